package dev.handshake.cost;

import dev.handshake.bill.UsagePeriod;
import dev.handshake.bill.UsageType;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.Image;
import dev.handshake.server.Server;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A stored {@link UsagePeriod}. Written when usage starts and closed when it ends; never changed otherwise. */
@Entity
@Table(name = "usage_span")
public class UsageRecord extends PanacheEntityBase {

    /** Keeps the end from being before the start if the clock was set back. */
    private static final String END_HQL = "until = case when since > :at then since else :at end, name = :name"
            + " where region = :region and resourceId = :resource and until = :open";

    @Id
    @GeneratedValue(generator = "usage_span_seq")
    @SequenceGenerator(name = "usage_span_seq", sequenceName = "usage_span_seq")
    public Long id;

    public String region;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    public UsageType usage;

    public String account;
    public String owner;

    @Column(name = "thing_id")
    public UUID resourceId;

    public String name;

    @Column(name = "what")
    public String resourceType;

    public long size;
    public BigDecimal price;
    public Instant since;
    public Instant until;

    /** Starts billing the image to {@code account}. */
    static void startImageUsage(UsageType usage, Image image, String account, Instant now) {
        UsageRecord span = newRecord(usage, image.region, account, image.owner, now);
        span.resourceId = image.id;
        span.name = image.name;
        span.resourceType = image.kind.label();
        span.size = image.size;
        span.persist();
    }

    /** Starts billing the server to its account, at the price at its start. */
    static void startServerUsage(Server server, Instant now) {
        UsageRecord span = newRecord(UsageType.SERVER, server.region, server.account, server.account, now);
        span.resourceId = server.id;
        span.name = server.name;
        span.resourceType = server.flavor.name();
        span.price = server.flavor.hourlyPrice();
        span.persist();
    }

    private static UsageRecord newRecord(UsageType usage, String region, String account, String owner, Instant now) {
        UsageRecord span = new UsageRecord();
        span.usage = usage;
        span.region = region;
        span.account = account;
        span.owner = owner;
        span.since = now;
        span.until = UsagePeriod.OPEN_END;
        return span;
    }

    /** Ends billing of a deleted image, for the owner and all shares. */
    static void endImageUsage(HistoryEntry line) {
        update(END_HQL, endParameters(line));
    }

    /** Ends the share of the account in the history entry. */
    static void endShareUsage(HistoryEntry line) {
        update(
                END_HQL + " and account = :account and usage = :usage",
                endParameters(line).and("account", line.member).and("usage", UsageType.SHARE));
    }

    private static Parameters endParameters(HistoryEntry line) {
        return endParameters(line.region, line.imageId, line.imageName, line.at);
    }

    /** Ends billing of a deleted server. */
    static void endServerUsage(Server server, Instant now) {
        update(END_HQL, endParameters(server.region, server.id, server.name, now));
    }

    private static Parameters endParameters(String region, UUID resourceId, String name, Instant now) {
        return Parameters.with("region", region)
                .and("resource", resourceId)
                .and("name", name)
                .and("at", now)
                .and("open", UsagePeriod.OPEN_END);
    }
}
