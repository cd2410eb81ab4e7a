package dev.handshake.notification;

import dev.handshake.notification.Outbox.MailBatch;
import dev.handshake.web.PublicUrl;
import dev.handshake.web.Urls;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Renders a batch of notifications as a mail with text and HTML parts. */
@ApplicationScoped
class MailRenderer {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance text(List<MailLine> lines, Subscription to, String all, String end);

        static native TemplateInstance html(List<MailLine> lines, Subscription to, String all, String end);
    }

    /**
     * One notification in a mail.
     *
     * @param url absolute, of the page it refers to
     */
    public record MailLine(NotificationText text, String url) {}

    private final PublicUrl portal;

    MailRenderer(PublicUrl portal) {
        this.portal = portal;
    }

    Mail render(MailBatch mailBatch) {
        String region = mailBatch.notifications().get(0).region;
        List<MailLine> lines =
                mailBatch.notifications().stream().map(this::line).toList();
        String all = portal.resolve(Urls.notifications(region).toString());
        String end =
                portal.resolve(Urls.unsubscription(mailBatch.recipient().id).toString());
        return Mail.withText(
                        mailBatch.recipient().address,
                        subject(lines, region),
                        Templates.text(lines, mailBatch.recipient(), all, end).render())
                .setHtml(Templates.html(lines, mailBatch.recipient(), all, end).render())
                .addHeader("Message-ID", "<" + mailBatch.messageId() + "@" + portal.host() + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Unsubscribe", "<" + end + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private MailLine line(Notification notification) {
        NotificationText notificationText = NotificationText.from(notification);
        return new MailLine(notificationText, portal.resolve(notificationText.path()));
    }

    private static String subject(List<MailLine> lines, String region) {
        return region + ": " + (lines.size() == 1 ? lines.get(0).text().singleLine() : lines.size() + " notifications");
    }
}
