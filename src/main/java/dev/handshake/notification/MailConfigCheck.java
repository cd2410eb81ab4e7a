package dev.handshake.notification;

import dev.handshake.config.InvalidSettingException;
import dev.handshake.web.PublicUrl;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the startup if mail is enabled but its required settings are missing. */
@Startup
@ApplicationScoped
class MailConfigCheck {

    MailConfigCheck(
            NotificationMailConfig config,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from,
            PublicUrl portal) {
        if (config.enabled() && (from.isEmpty() || !portal.isConfigured())) {
            throw new InvalidSettingException("handshake.notifications.mail.enabled: \"true\" is not allowed without "
                    + "handshake.public-url, for the links in mails, and quarkus.mailer.from.");
        }
    }
}
