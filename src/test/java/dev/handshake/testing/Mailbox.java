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

/** What came by mail. */
public class Mailbox {

    /** One mail, read. */
    public record ReceivedMail(String subject, String text, String html, MimeMessage raw) {

        public String header(String name) {
            try {
                return raw.getHeader(name, null);
            } catch (MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    /** All that came to an address so far, in order. */
    public static List<ReceivedMail> mailsTo(String address) {
        String office = ConfigProvider.getConfig().getValue("test.post-office", String.class);
        return Arrays.stream(TestUser.fetchText(office + address).split("\n"))
                .filter(each -> !each.isEmpty())
                .map(Mailbox::parse)
                .toList();
    }

    /** The same, once there are that many. */
    public static List<ReceivedMail> awaitMailsTo(String address, int expected) {
        return Eventually.get(() -> mailsTo(address), come -> come.size() >= expected);
    }

    /** Long enough for two rounds of whoever sends mail. */
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
