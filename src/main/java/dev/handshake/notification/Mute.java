package dev.handshake.notification;

import dev.handshake.account.Actor;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An account that another account muted. */
@Entity
@IdClass(Mute.Key.class)
public class Mute extends PanacheEntityBase {

    public record Key(String account, String sender) {}

    /** Stands for all mail; no account has an empty number. */
    static final String ALL_MAIL = "";

    @Id
    public String account;

    @Id
    public String sender;

    public Instant since;

    @Column(name = "since_by")
    public String sinceBy;

    static Mute create(Actor by, String sender, Instant now) {
        Mute mute = new Mute();
        mute.account = by.account();
        mute.sender = sender;
        mute.since = now;
        mute.sinceBy = by.name();
        return mute;
    }

    /** Whether it mutes all mail rather than one account. */
    boolean isForAllMail() {
        return sender.equals(ALL_MAIL);
    }

    /** The mutes of one account, oldest first. */
    static List<Mute> findByAccount(String account) {
        return list("account = ?1 order by since, sender", account);
    }

    static Set<String> findAccountsThatMuted(String sender) {
        return new HashSet<>(getEntityManager()
                .createQuery("select account from Mute where sender = ?1", String.class)
                .setParameter(1, sender)
                .getResultList());
    }

    /** Those of {@code accounts} that muted all mail. */
    static Set<String> findAccountsWithoutMail(Collection<String> accounts) {
        return new HashSet<>(getEntityManager()
                .createQuery("select account from Mute where sender = ?1 and account in ?2", String.class)
                .setParameter(1, ALL_MAIL)
                .setParameter(2, accounts)
                .getResultList());
    }
}
