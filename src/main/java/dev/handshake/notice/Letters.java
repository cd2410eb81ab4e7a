package dev.handshake.notice;

import dev.handshake.web.PublicUrl;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Notices as a mail, in text and in HTML. */
@ApplicationScoped
class Letters {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance text(List<LetterLine> lines, Subscription to, String all, String end);

        static native TemplateInstance html(List<LetterLine> lines, Subscription to, String all, String end);
    }

    private final PublicUrl portal;

    Letters(PublicUrl portal) {
        this.portal = portal;
    }

    Mail of(Parcel parcel) {
        String region = parcel.notices().get(0).region;
        List<LetterLine> lines = parcel.notices().stream().map(this::line).toList();
        String all = portal.resolve("/" + region + "/notices");
        String end = portal.resolve("/unsubscriptions/" + parcel.to().id);
        return Mail.withText(
                        parcel.to().address,
                        subject(lines, region),
                        Templates.text(lines, parcel.to(), all, end).render())
                .setHtml(Templates.html(lines, parcel.to(), all, end).render())
                .addHeader("Message-ID", "<" + parcel.message() + "@" + portal.host() + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Unsubscribe", "<" + end + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private LetterLine line(Notice notice) {
        Sentence sentence = Sentence.of(notice);
        return new LetterLine(sentence, portal.resolve(sentence.path()));
    }

    private static String subject(List<LetterLine> lines, String region) {
        return region + ": " + (lines.size() == 1 ? lines.get(0).sentence().line() : lines.size() + " notices");
    }
}
