package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.config.InvalidSettingException;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestConfig;
import dev.handshake.web.PublicUrl;
import dev.handshake.web.WebConfig;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A portal with mail disabled, the default. */
@PortalTest
@TestProfile(MailDisabledTest.MailDisabledProfile.class)
class MailDisabledTest {

    public static class MailDisabledProfile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "handshake.notifications.mail.enabled",
                    "false",
                    "handshake.public-url",
                    "",
                    "quarkus.mailer.from",
                    "");
        }
    }

    private final Cast cast = new Cast();

    @Test
    void it_says_so_and_tells_in_the_portal_alone() {
        MailFixtures.newAddress(cast.consumer, "iris-");
        cast.consumer.opens("/DFW/notifications/settings").is(200).says("This portal does not send mail.");
        cast.consumer.posts("/DFW/notifications/settings/mails").is(409).says("This portal does not send mail.");
        var image = cast.pending("told");
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
        assertEquals(0, Notification.count("imageId = ?1 and mailDueAt is not null", image));
    }

    @Test
    void one_that_is_to_send_mail_and_cannot_does_not_start() {
        PublicUrl known = publicUrl("https://portal.example");
        PublicUrl unknown = publicUrl("");
        NotificationMailConfig mail =
                TestConfig.read(NotificationMailConfig.class, "notifications.mail.enabled", "true");
        Optional<String> from = Optional.of("portal@example.com");
        assertThrows(InvalidSettingException.class, () -> new MailConfigCheck(mail, from, unknown));
        assertThrows(InvalidSettingException.class, () -> new MailConfigCheck(mail, Optional.empty(), known));
        for (String address :
                List.of("portal.example", "ftp://portal.example", "https://portal.example/path", "https:///")) {
            assertEquals(
                    "handshake.public-url: \"" + address + "\" is not of the form https://host.",
                    TestConfig.refusal(WebConfig.class, "public-url", address));
        }
    }

    private static PublicUrl publicUrl(String address) {
        return new PublicUrl(TestConfig.read(WebConfig.class, "public-url", address));
    }
}
