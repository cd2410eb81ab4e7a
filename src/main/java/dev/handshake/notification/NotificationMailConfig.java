package dev.handshake.notification;

import dev.handshake.web.PublicUrl;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether this portal sends mail ({@code handshake.notifications.mail.enabled}). One that is to and cannot does not
 * start.
 */
@Startup
@ApplicationScoped
public class NotificationMailConfig {

    private final boolean enabled;

    NotificationMailConfig(
            @ConfigProperty(name = "handshake.notifications.mail.enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from,
            PublicUrl portal) {
        this.enabled = enabled;
        if (enabled && (from.isEmpty() || !portal.isConfigured())) {
            throw new IllegalArgumentException(
                    "handshake.notifications.mail.enabled needs handshake.public-url, for its links, and quarkus.mailer.from");
        }
    }

    public boolean isEnabled() {
        return enabled;
    }
}
