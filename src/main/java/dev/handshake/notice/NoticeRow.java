package dev.handshake.notice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One notice as its page shows it.
 *
 * @param amiss what went wrong with its mails, if anything: of several the worst
 */
public record NoticeRow(Notice notice, Sentence sentence, MailingStatus amiss) {

    /** The rows of a page of one region, with their mails in one query. */
    static List<NoticeRow> of(String region, List<Notice> notices) {
        List<Long> ids = notices.stream().map(each -> each.id).toList();
        Map<Long, MailingStatus> amiss = MailingList.amiss(region, ids).stream()
                .collect(Collectors.toMap(each -> each.noticeId, Mailing::status, NoticeRow::worse));
        return notices.stream()
                .map(each -> new NoticeRow(each, Sentence.of(each), amiss.get(each.id)))
                .toList();
    }

    private static MailingStatus worse(MailingStatus one, MailingStatus other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    public boolean isMailDoubtful() {
        return amiss == MailingStatus.DOUBTFUL;
    }

    public boolean isMailRefused() {
        return amiss == MailingStatus.REFUSED;
    }
}
