package dev.handshake.glance;

import com.rabbitmq.client.ConnectionFactory;
import dev.handshake.config.InvalidSettingException;
import dev.handshake.glance.GlanceRegionConfig.NotificationSpec;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/** Where the notifications of a region come from. */
record NotificationSource(String region, ConnectionFactory broker, String exchange, String topic) {

    private static final int TIMEOUT = (int) Duration.ofSeconds(10).toMillis();
    private static final int HEARTBEAT_SECONDS = 20;

    /** A longer message, which does not fit into the heap, ends the connection; see {@link RegionNotifications}. */
    private static final int MAX_BODY = 16 << 20;

    /** @throws InvalidSettingException without the URL, which holds a password */
    static NotificationSource of(String region, NotificationSpec spec) {
        try {
            return new NotificationSource(
                    region, broker(URI.create(spec.url().orElseThrow().strip())), spec.exchange(), spec.topic());
        } catch (IllegalArgumentException | GeneralSecurityException unusable) {
            throw new InvalidSettingException("handshake.region." + region
                    + ".glance.notifications.url is not of the form amqp://user:password@host:5672/vhost"
                    + " or amqps://user:password@host:5671/vhost.");
        }
    }

    /** Lost connections are made anew by {@link RegionNotifications}, with queue and binding. */
    private static ConnectionFactory broker(URI url) throws GeneralSecurityException {
        if (url.getHost() == null || !Set.of("amqp", "amqps").contains(url.getScheme())) {
            throw new IllegalArgumentException();
        }
        ConnectionFactory broker = new ConnectionFactory();
        broker.setUri("/".equals(url.getRawPath()) ? url.resolve("/%2F") : url);
        if (url.getScheme().equals("amqps")) {
            broker.useSslProtocol(SSLContext.getDefault()); // by itself it trusts everybody
            broker.enableHostnameVerification();
        }
        broker.setAutomaticRecoveryEnabled(false);
        broker.setConnectionTimeout(TIMEOUT);
        broker.setHandshakeTimeout(TIMEOUT);
        broker.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        broker.setMaxInboundMessageBodySize(MAX_BODY);
        broker.setThreadFactory(daemons());
        return broker;
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = Executors.defaultThreadFactory().newThread(work);
            thread.setDaemon(true);
            return thread;
        };
    }

    String queue() {
        return "handshake." + region;
    }

    String key() {
        return topic + ".info";
    }
}
