package dev.handshake.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections that take too long to send a request. The first request's headers must be complete within the
 * timeout after connecting, and each later one's within the same timeout after its first byte. Between requests a
 * connection may stay idle for the keep-alive timeout. A running request is not timed here.
 *
 * <p>The handler comes before TLS and HTTP in the pipeline and sees only bytes: {@link HeaderTimeoutFilter} reports
 * when headers are complete and when requests end. All state is confined to the connection's event loop.
 */
class HeaderTimeoutHandler extends ChannelInboundHandlerAdapter {

    /**
     * Channel attributes of JDK types, since in dev mode the server and its connections survive a reload of the
     * portal's classes, and a reloaded class cannot cast objects of the old one.
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

    /** Called when a request's headers are complete. Ignores connections without this handler. */
    static void requestBegan(Channel connection) {
        notifyHandler(connection, BEGAN);
    }

    /** Called when a request was answered and its body received completely. */
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

    /** Checks periodically instead of creating a timer for each request, but never later than the current deadline. */
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
