package dev.handshake.notice;

import dev.handshake.image.HistoryEntry;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes notices, each in the transaction of what it tells of. Who did something needs no notice of it; everybody else
 * whom it concerns gets one.
 *
 * <p>What changes to and fro makes one notice, which tells the latest, until somebody reads it. Whoever changes an
 * image or its members has the image's row locked, so that of two changes at once the second finds the notice of the
 * first.
 */
@ApplicationScoped
class Telling {

    private final Muted muted;
    private final MailSwitch mail;

    private final Duration pause;

    Telling(Muted muted, MailSwitch mail, @ConfigProperty(name = "handshake.notices.mail-again-after") Duration pause) {
        this.muted = muted;
        this.mail = mail;
        this.pause = pause;
    }

    void happened(@Observes HistoryEntry line) {
        told(line)
                .filter(account -> !account.equals(line.byAccount))
                .map(account -> Notice.of(line, account))
                .forEach(this::tell);
    }

    /** What befalls the image itself has a line for the owner and one for each member. */
    private static Stream<String> told(HistoryEntry line) {
        return switch (line.eventType) {
            case CREATED -> Stream.empty();
            case DELETED, DEACTIVATED, REACTIVATED, SUSPENDED, LIFTED ->
                Stream.of(line.member == null ? line.owner : line.member);
            case OFFERED, ACCEPTED, REJECTED, RECONSIDERED, REMINDED, REMOVED ->
                line.memberOnly ? Stream.of(line.member) : Stream.of(line.owner, line.member);
        };
    }

    /** What its client waits for needs no notice. */
    void ended(@Observes Task task) {
        if (task.kind != TaskKind.UPLOAD) {
            tell(Notice.of(task));
        }
    }

    void said(@Observes Word word) {
        tell(Notice.of(word));
    }

    private void tell(Notice notice) {
        if (muted.by(notice.account, notice.sender)) {
            notice.mute();
        }
        NoticeList.sameAs(notice).ifPresentOrElse(same -> fold(same, notice), () -> {
            if (!notice.isMuted() && mail.isOn()) {
                notice.mailAt(notice.at);
            }
            notice.persist();
        });
    }

    /** Of several changes in a short time the first goes out by mail at once, and the latest after a pause. */
    private void fold(Notice same, Notice latest) {
        same.fold(latest);
        if (!same.isMuted() && mail.isOn() && !same.isToMail()) {
            same.mailAt(latest.at.plus(pause));
        }
    }
}
