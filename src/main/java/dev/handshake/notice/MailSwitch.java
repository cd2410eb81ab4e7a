package dev.handshake.notice;

import dev.handshake.web.PublicUrl;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this portal sends mail ({@code handshake.notices.mail}). One that is to and cannot does not start. */
@Startup
@ApplicationScoped
public class MailSwitch {

    private final boolean on;

    MailSwitch(
            @ConfigProperty(name = "handshake.notices.mail") boolean on,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from,
            PublicUrl portal) {
        this.on = on;
        if (on && (from.isEmpty() || !portal.isConfigured())) {
            throw new IllegalArgumentException(
                    "handshake.notices.mail needs handshake.address, for its links, and quarkus.mailer.from");
        }
    }

    public boolean isOn() {
        return on;
    }
}
