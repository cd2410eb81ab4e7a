package dev.handshake.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A GreenMail server with access to its mails. */
class GreenMailServer implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    GreenMailServer() {
        server.start();
    }

    /**
     * Settings of a portal that uses it.
     *
     * @param portal the portal's public URL
     */
    Map<String, String> settings(URI portal) {
        return Map.of(
                "HANDSHAKE_NOTIFICATIONS_MAIL_ENABLED", "true",
                "HANDSHAKE_PUBLIC_URL", portal.toString(),
                "QUARKUS_MAILER_FROM", "Handshake <portal@example.com>",
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", String.valueOf(server.getSmtp().getPort()));
    }

    /** Waits for the next mail, which must contain these texts. */
    DeliveredMail awaitMail(String... words) throws Exception {
        if (!server.waitForIncomingEmail(120_000, 1)) {
            throw new AssertionError("no mail came");
        }
        MimeMessage mail = server.getReceivedMessages()[0];
        server.purgeEmailFromAllMailboxes();
        DeliveredMail deliveredMail =
                new DeliveredMail(mail.getSubject(), text(mail), mail.getHeader("List-Unsubscribe", null));
        for (String each : words) {
            if (!deliveredMail.text.contains(each)) {
                throw new AssertionError("no “" + each + "” in " + GreenMailUtil.getWholeMessage(mail));
            }
        }
        return deliveredMail;
    }

    private static String text(MimeMessage mail) throws IOException, MessagingException {
        return ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    /** @param unsubscribeHeader the header with the unsubscribe link */
    record DeliveredMail(String subject, String text, String unsubscribeHeader) {

        /** The path of its first link to the portal. */
        String linkPath() {
            return firstLinkPath(text);
        }

        String unsubscribePath() {
            return firstLinkPath(unsubscribeHeader.replace(">", ""));
        }

        private static String firstLinkPath(String text) {
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in " + text);
            }
            return URI.create(link.group()).getPath();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
