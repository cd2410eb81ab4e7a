package dev.handshake.quota;

import dev.handshake.account.Actor;
import dev.handshake.account.User;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The quotas of accounts, each in each region for itself. What is shared with an account counts for its owner alone.
 *
 * <p>Who adds something asks twice: before the work, which says no early; and in the transaction that adds, which is
 * exact, whatever else is added at the same moment.
 */
@ApplicationScoped
@Named("quotas")
public class QuotaService {

    private final QuotaLimits limits;

    QuotaService(QuotaLimits limits) {
        this.limits = limits;
    }

    /**
     * To be called in the transaction that adds, after its other locks. Until that ends no other adds to the same
     * account.
     *
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void require(String account, String region, Amounts added) {
        if (Arrays.stream(Quota.values()).anyMatch(each -> each.of(added) > 0 && each.of(limits.of(account)) > 0)) {
            QuotaLock.take(account, region);
            check(account, region, used(account, region), added);
        }
    }

    /**
     * The same beforehand: nothing is held.
     *
     * @return is to be told how many bytes came so far, and refuses as soon as they are too many
     */
    public LongConsumer expect(String account, String region, Amounts added) {
        Amounts before = used(account, region);
        check(account, region, before, added);
        return bytes -> check(account, region, before, Amounts.data(bytes));
    }

    private void check(String account, String region, Amounts used, Amounts added) {
        uses(account, used)
                .filter(each -> !each.holds(each.quota().of(added)))
                .findFirst()
                .ifPresent(full -> {
                    throw new RefusedException(Reason.ACCOUNT_QUOTA_EXCEEDED, region, full.sentence());
                });
    }

    /** What the account has, each quota in its order. */
    public List<QuotaUse> of(String account, String region) {
        return uses(account, used(account, region)).toList();
    }

    /** The same for every region of a person's account. */
    public Map<String, List<QuotaUse>> of(User user) {
        Map<String, Amounts> used = counted(user.account(), user.regions());
        Map<String, List<QuotaUse>> uses = new LinkedHashMap<>();
        user.regions()
                .forEach(region -> uses.put(
                        region,
                        uses(user.account(), used.getOrDefault(region, Amounts.NONE))
                                .toList()));
        return uses;
    }

    /** Bytes of data that wait for their import call, and images whose data is just coming. */
    public QuotaUsage.Arriving arriving(String account, String region) {
        return QuotaUsage.arriving(account, region);
    }

    /** For who is about to add an image: {@code 37 of 50 images, 212 of 500 GiB}; empty where nothing is limited. */
    public String forImage(Actor actor) {
        return line(actor, Quota.IMAGES, Quota.STORAGE);
    }

    public String forSnapshot(Actor actor) {
        return line(actor, Quota.IMAGES, Quota.STORAGE, Quota.SNAPSHOTS);
    }

    public String forServer(Actor actor) {
        return line(actor, Quota.SERVERS);
    }

    private String line(Actor actor, Quota... asked) {
        List<Quota> shown = List.of(asked);
        return of(actor.account(), actor.region()).stream()
                .filter(each -> each.isLimited() && shown.contains(each.quota()))
                .map(QuotaUse::sentence)
                .collect(Collectors.joining(", "));
    }

    private Stream<QuotaUse> uses(String account, Amounts used) {
        Amounts may = limits.of(account);
        return Arrays.stream(Quota.values()).map(each -> new QuotaUse(each, each.of(used), each.of(may)));
    }

    private static Amounts used(String account, String region) {
        return counted(account, List.of(region)).getOrDefault(region, Amounts.NONE);
    }

    private static Map<String, Amounts> counted(String account, List<String> regions) {
        return QuarkusTransaction.joiningExisting().call(() -> QuotaUsage.of(account, regions));
    }
}
