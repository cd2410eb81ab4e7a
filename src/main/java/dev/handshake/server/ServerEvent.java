package dev.handshake.server;

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

/** One entry in the history of a server. Entries are append-only; each fires {@link Recorded}. */
@Entity
@Immutable
@Table(name = "server_event")
public class ServerEvent extends PanacheEntityBase {

    /** An entry was added. Fired in the transaction that adds it. */
    public record Recorded(ServerEvent event) {}

    /** The types of entries. */
    public enum EventType {
        /** Asked of the compute service. */
        REQUESTED("requested"),
        STARTED("started"),
        STOPPED("stopped"),
        STARTED_AGAIN("started again"),
        SHELVED("shelved"),
        FAILED("failed"),
        DELETED("deleted");

        private final String label;

        EventType(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    @GeneratedValue(generator = "server_event_seq")
    @SequenceGenerator(name = "server_event_seq", sequenceName = "server_event_seq")
    public Long id;

    public String region;

    @Column(name = "server_id")
    public UUID serverId;

    public String account;

    @Enumerated(EnumType.STRING)
    @Column(name = "what")
    public EventType eventType;

    public Instant at;

    @Column(name = "by_name")
    public String byName;

    static ServerEvent create(EventType eventType, Server server, String byName, Instant at) {
        ServerEvent event = new ServerEvent();
        event.region = server.region;
        event.serverId = server.id;
        event.account = server.account;
        event.eventType = eventType;
        event.at = at;
        event.byName = byName;
        return event;
    }

    /** The latest entries of a server, newest first. */
    public static List<ServerEvent> listLatest(Server server, int most) {
        return ServerEvent.<ServerEvent>find(
                        "region = ?1 and serverId = ?2 order by at desc, id desc", server.region, server.id)
                .range(0, most - 1)
                .list();
    }
}
