package dev.handshake.abuse;

import dev.handshake.account.Actor;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One entry in the history of an abuse report. Entries are append-only. */
@Entity
@Table(name = "report_step")
@Immutable
public class AbuseReportEvent extends PanacheEntityBase {

    @Id
    @GeneratedValue(generator = "report_step_seq")
    @SequenceGenerator(name = "report_step_seq", sequenceName = "report_step_seq")
    public Long id;

    public String region;

    @Column(name = "report_id")
    public UUID reportId;

    @Enumerated(EnumType.STRING)
    @Column(name = "step")
    public AbuseReportEventType eventType;

    /** The message recorded with it, or empty. */
    @Column(name = "words")
    public String message;

    public Instant at;

    @Column(name = "by_account")
    public String byAccount;

    @Column(name = "by_name")
    public String byName;

    static void save(
            AbuseReport report, AbuseReportEventType abuseReportEventType, String words, Actor by, Instant now) {
        AbuseReportEvent line = new AbuseReportEvent();
        line.region = report.region;
        line.reportId = report.id;
        line.eventType = abuseReportEventType;
        line.message = words;
        line.at = now;
        line.byAccount = by.account();
        line.byName = by.name();
        line.persist();
    }

    static List<AbuseReportEvent> listFor(AbuseReport report) {
        return list("region = ?1 and reportId = ?2 order by at, id", report.region, report.id);
    }
}
