package dev.handshake.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A Vert.x transport that counts and times each connection before anything else handles it. All servers of the portal
 * are HTTP servers.
 */
class LimitedTransport extends JDKTransport {

    private final Duration headerTimeout;
    private final Duration keepAliveTimeout;
    private final ConnectionLimiter limiter;

    LimitedTransport(Duration headerTimeout, Duration keepAliveTimeout, ConnectionLimiter limiter) {
        this.headerTimeout = headerTimeout;
        this.keepAliveTimeout = keepAliveTimeout;
        this.limiter = limiter;
    }

    /** Called by Vert.x for a server about to listen, after its handler for new connections was set. */
    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
        super.configure(options, domainSocket, server);
        if (!domainSocket) {
            ChannelHandler vertx = server.config().childHandler();
            server.childHandler(new ChannelInitializer<>() {
                @Override
                protected void initChannel(Channel channel) {
                    accept(channel, vertx);
                }
            });
        }
    }

    private void accept(Channel channel, ChannelHandler vertx) {
        if (channel.remoteAddress() instanceof InetSocketAddress client) { // null if already disconnected
            InetAddress address = client.getAddress();
            if (!limiter.tryAcquire(address)) {
                channel.close();
                return;
            }
            channel.closeFuture().addListener(closed -> limiter.release(address));
        }
        channel.pipeline().addLast(new HeaderTimeoutHandler(headerTimeout, keepAliveTimeout), vertx);
    }
}
