package dev.handshake.notification;

import dev.handshake.account.User;
import dev.handshake.lease.SkipLocked;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A mail address subscribed to an account's notifications in all its regions. Its row is the lock for its
 * {@link MailDelivery deliveries}, so that only one replica claims them.
 */
@Entity
public class Subscription extends PanacheEntityBase {

    /** Unguessable, known only to the account's users and the recipient of its mails. */
    @Id
    public UUID id;

    public String account;
    public String address;

    /** Name of the user who subscribed; shown to the account only. */
    public String person;

    public Instant since;

    static Subscription create(User user, Instant now) {
        Subscription subscription = new Subscription();
        subscription.id = UUID.randomUUID();
        subscription.account = user.account();
        subscription.address = user.mail().address();
        subscription.person = user.name();
        subscription.since = now;
        return subscription;
    }

    /** For the provider's own address, which no user subscribed. */
    static Subscription create(String account, String address, Instant now) {
        Subscription subscription = new Subscription();
        subscription.id = UUID.randomUUID();
        subscription.account = account;
        subscription.address = address;
        subscription.person = account;
        subscription.since = now;
        return subscription;
    }

    /** The subscriptions of one account. */
    static List<Subscription> findByAccount(String account) {
        return list("account = ?1 order by address", account);
    }

    static Optional<Subscription> findByAddress(String account, String address) {
        return find("account = ?1 and address = ?2", account, address).firstResultOptional();
    }

    static Map<String, List<Subscription>> groupByAccount(Collection<String> accounts) {
        return Subscription.<Subscription>list("account in ?1", accounts).stream()
                .collect(Collectors.groupingBy(each -> each.account));
    }

    /** Empty if another replica holds the lock, too. */
    static Optional<Subscription> tryLock(UUID id) {
        return SkipLocked.on(Subscription.<Subscription>find("id", id)).firstResultOptional();
    }

    static Optional<Subscription> lock(UUID id) {
        return Subscription.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public boolean hasAddress(String other) {
        return address.equals(other);
    }
}
