package dev.handshake.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client takes too long to ask for something. The first header has to be complete within a
 * time from the connect, and each later one within the same time from its first byte; between two requests a connection
 * may rest for longer. While a request is under way nothing is timed here.
 *
 * <p>Stands before TLS and HTTP in the pipeline and sees bytes only: {@link HeaderTimeoutFilter} says when a header was
 * complete and when its request is over. All state belongs to the event loop of the connection.
 */
class HeaderTimeoutHandler extends ChannelInboundHandlerAdapter {

    /**
     * Of a connection, as types of the JDK: in dev mode the server and its connections outlive the classes of the
     * portal, and a class that is loaded again cannot cast what the one before it left.
     */
    private static final AttributeKey<Runnable> BEGAN =
            AttributeKey.valueOf(HeaderTimeoutHandler.class.getName() + ".began");

    private static final AttributeKey<Runnable> ENDED =
            AttributeKey.valueOf(HeaderTimeoutHandler.class.getName() + ".ended");
    private static final long NEVER = Long.MAX_VALUE;

    private final long headerNanos;
    private final long keepAliveNanos;
    private ChannelHandlerContext context;
    private int requests;
    private boolean isHeaderBegun = true;
    private long deadline;

    HeaderTimeoutHandler(Duration header, Duration keepAlive) {
        this.headerNanos = header.toNanos();
        this.keepAliveNanos = keepAlive.toNanos();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        context.channel().attr(BEGAN).set(() -> runOnEventLoop(this::onRequestBegan));
        context.channel().attr(ENDED).set(() -> runOnEventLoop(this::onRequestEnded));
        deadline = System.nanoTime() + headerNanos;
        scheduleCheck(headerNanos);
    }

    @Override
    public void channelRead(ChannelHandlerContext read, Object bytes) throws Exception {
        if (requests == 0 && !isHeaderBegun) {
            isHeaderBegun = true;
            deadline = System.nanoTime() + headerNanos;
        }
        super.channelRead(read, bytes);
    }

    /** The header of a request is complete. A connection that is not timed is left alone. */
    static void requestBegan(Channel connection) {
        notifyHandler(connection, BEGAN);
    }

    /** A request was answered, and all that it brought is here. */
    static void requestEnded(Channel connection) {
        notifyHandler(connection, ENDED);
    }

    private static void notifyHandler(Channel connection, AttributeKey<Runnable> what) {
        Runnable handler = connection.attr(what).get();
        if (handler != null) {
            handler.run();
        }
    }

    private void onRequestBegan() {
        requests++;
        deadline = NEVER;
    }

    private void onRequestEnded() {
        requests--;
        if (requests == 0) {
            isHeaderBegun = false;
            deadline = System.nanoTime() + keepAliveNanos;
        }
    }

    private void runOnEventLoop(Runnable change) {
        if (context.executor().inEventLoop()) {
            change.run();
        } else {
            context.executor().execute(change);
        }
    }

    /** Looks again and again, instead of making a timer for each request; never later than a deadline set meanwhile. */
    private void scheduleCheck(long nanos) {
        context.executor().schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        if (!context.channel().isOpen()) {
            return;
        }
        long left = deadline == NEVER ? headerNanos : deadline - System.nanoTime();
        if (left <= 0) {
            context.close();
        } else {
            scheduleCheck(Math.min(left, headerNanos));
        }
    }
}
