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
 * An address that the notices of an account go to, in all its regions, since a person of it asked for that. Its row is
 * the lock of its {@link MailDelivery mailings}: of two replicas one takes them.
 */
@Entity
public class Subscription extends PanacheEntityBase {

    /** Known to the account's people and to who reads its mails, and guessed by nobody. */
    @Id
    public UUID id;

    public String account;
    public String address;

    /** Who asked for it; shown to its own account alone. */
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

    /** Of the provider's own, which nobody asked for. */
    static Subscription create(String account, String address, Instant now) {
        Subscription subscription = new Subscription();
        subscription.id = UUID.randomUUID();
        subscription.account = account;
        subscription.address = address;
        subscription.person = account;
        subscription.since = now;
        return subscription;
    }

    /** All of one account. */
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

    /** Empty too where another replica holds it. */
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
