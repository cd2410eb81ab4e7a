package dev.handshake.connection;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Bounds what a client holds before it has asked for anything: {@code handshake.http.header-timeout},
 * {@code handshake.http.keep-alive-timeout} and {@code handshake.http.max-connections-per-address}. Vert.x has settings
 * for none of these; it finds this class as a service, before there are any beans.
 */
public class LimitedTransportProvider implements VertxServiceProvider {

    private static final Logger LOG = Logger.getLogger(LimitedTransportProvider.class);
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";

    @Override
    public void init(VertxBuilder builder) {
        Config config = ConfigProvider.getConfig();
        Optional<Duration> header = config.getOptionalValue("handshake.http.header-timeout", Duration.class);
        if (header.isEmpty()) {
            return; // some other Vert.x, that is not the portal's
        }
        if (!(builder.findTransport() instanceof JDKTransport)) {
            LOG.warn("Slow and many connections are not bounded with a native transport");
            return;
        }
        Duration keepAlive = config.getValue("handshake.http.keep-alive-timeout", Duration.class);
        builder.findTransport(new LimitedTransport(header.get(), keepAlive, new ConnectionLimiter(max(config))));
    }

    /** Behind a proxy all connections come from its address, and it has to count for itself. */
    private static int max(Config config) {
        boolean isBehindProxy =
                config.getOptionalValue(FORWARDING, Boolean.class).orElse(false);
        return isBehindProxy ? 0 : config.getValue("handshake.http.max-connections-per-address", Integer.class);
    }
}
