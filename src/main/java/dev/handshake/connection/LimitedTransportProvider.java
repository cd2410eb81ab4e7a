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
 * Limits what a client can occupy before it has sent a request: {@code handshake.http.header-timeout},
 * {@code handshake.http.keep-alive-timeout} and {@code handshake.http.max-connections-per-address}. Vert.x has no
 * settings for these. It loads this class as a service before CDI starts.
 */
public class LimitedTransportProvider implements VertxServiceProvider {

    private static final Logger LOG = Logger.getLogger(LimitedTransportProvider.class);
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";

    @Override
    public void init(VertxBuilder builder) {
        Config config = ConfigProvider.getConfig();
        Optional<Duration> header = config.getOptionalValue("handshake.http.header-timeout", Duration.class);
        if (header.isEmpty()) {
            return; // a Vert.x instance other than the portal's
        }
        if (!(builder.findTransport() instanceof JDKTransport)) {
            LOG.warn("Slow and many connections are not bounded with a native transport");
            return;
        }
        Duration keepAlive = config.getValue("handshake.http.keep-alive-timeout", Duration.class);
        builder.findTransport(new LimitedTransport(header.get(), keepAlive, new ConnectionLimiter(max(config))));
    }

    /** No limit behind a proxy, whose address all connections share; the proxy has to limit its own clients. */
    private static int max(Config config) {
        boolean isBehindProxy =
                config.getOptionalValue(FORWARDING, Boolean.class).orElse(false);
        return isBehindProxy ? 0 : config.getValue("handshake.http.max-connections-per-address", Integer.class);
    }
}
