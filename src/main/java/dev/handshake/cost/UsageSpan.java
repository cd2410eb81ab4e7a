package dev.handshake.cost;

import dev.handshake.bill.Span;
import dev.handshake.bill.Usage;
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

/** A {@link Span} as it is kept. It is written when it begins, closed when it ends, and otherwise never changed. */
@Entity
@Table(name = "usage_span")
public class UsageSpan extends PanacheEntityBase {

    /** A clock that was set back makes no span that ends before it begins. */
    private static final String END = "until = case when since > :at then since else :at end, name = :name"
            + " where region = :region and thing = :thing and until = :open";

    @Id
    @GeneratedValue(generator = "usage_span_seq")
    @SequenceGenerator(name = "usage_span_seq", sequenceName = "usage_span_seq")
    public Long id;

    public String region;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    public Usage usage;

    public String account;
    public String owner;

    @Column(name = "thing_id")
    public UUID thing;

    public String name;

    @Column(name = "what")
    public String what;

    public long size;
    public BigDecimal price;
    public Instant since;
    public Instant until;

    /** From {@code now} on the image is on the bill of {@code account}. */
    static void begin(Usage usage, Image image, String account, Instant now) {
        UsageSpan span = begun(usage, image.region, account, image.owner, now);
        span.thing = image.id;
        span.name = image.name;
        span.what = image.kind.label();
        span.size = image.size;
        span.persist();
    }

    /** From {@code now} on the server is on the bill of its account, at the price that it started at. */
    static void begin(Server server, Instant now) {
        UsageSpan span = begun(Usage.SERVER, server.region, server.account, server.account, now);
        span.thing = server.id;
        span.name = server.name;
        span.what = server.flavor.name();
        span.price = server.flavor.hourlyPrice();
        span.persist();
    }

    private static UsageSpan begun(Usage usage, String region, String account, String owner, Instant now) {
        UsageSpan span = new UsageSpan();
        span.usage = usage;
        span.region = region;
        span.account = account;
        span.owner = owner;
        span.since = now;
        span.until = Span.OPEN;
        return span;
    }

    /** The image is gone, and by that everybody's share of it. */
    static void endAll(HistoryEntry line) {
        update(END, ending(line));
    }

    /** The image is no longer in the list of the account that the line is about. */
    static void endShare(HistoryEntry line) {
        update(
                END + " and account = :account and usage = :usage",
                ending(line).and("account", line.member).and("usage", Usage.SHARE));
    }

    private static Parameters ending(HistoryEntry line) {
        return ending(line.region, line.imageId, line.imageName, line.at);
    }

    /** The server is gone. */
    static void end(Server server, Instant now) {
        update(END, ending(server.region, server.id, server.name, now));
    }

    private static Parameters ending(String region, UUID thing, String name, Instant now) {
        return Parameters.with("region", region)
                .and("thing", thing)
                .and("name", name)
                .and("at", now)
                .and("open", Span.OPEN);
    }
}
