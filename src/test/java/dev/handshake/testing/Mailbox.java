package dev.handshake.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the mails received by the test mail server. */
public class Mailbox {

    /** A parsed mail. */
    public record ReceivedMail(String subject, String text, String html, MimeMessage raw) {

        public String header(String name) {
            try {
                return raw.getHeader(name, null);
            } catch (MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    /** All mails received by an address so far, in order. */
    public static List<ReceivedMail> mailsTo(String address) {
        String office = ConfigProvider.getConfig().getValue("test.post-office", String.class);
        return Arrays.stream(TestUser.fetchText(office + address).split("\n"))
                .filter(each -> !each.isEmpty())
                .map(Mailbox::parse)
                .toList();
    }

    /** Same, once there are at least {@code expected}. */
    public static List<ReceivedMail> awaitMailsTo(String address, int expected) {
        return Eventually.get(() -> mailsTo(address), come -> come.size() >= expected);
    }

    /** Waits long enough for two rounds of the mail dispatcher. */
    public static void waitForTwoPolls() {
        pause(2_500);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static ReceivedMail parse(String encoded) {
        try {
            var raw = new MimeMessage(
                    null, new ByteArrayInputStream(Base64.getDecoder().decode(encoded)));
            Multipart parts = (Multipart) raw.getContent();
            String subject = MimeUtility.decodeText(MimeUtility.unfold(raw.getHeader("Subject", null)));
            return new ReceivedMail(
                    HtmlPage.withoutBidiIsolates(subject),
                    HtmlPage.withoutBidiIsolates(text(parts.getBodyPart(0))),
                    text(parts.getBodyPart(1)),
                    raw);
        } catch (IOException | MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(Part part) throws IOException, MessagingException {
        return part.getContent().toString().replace("\r\n", "\n");
    }
}
