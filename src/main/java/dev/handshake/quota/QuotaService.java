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
 * Enforces the quotas of accounts, separately in each region. A shared image counts for its owner only.
 *
 * <p>Additions are checked twice: before the work, to refuse early, and in the adding transaction, which is exact even
 * with concurrent additions.
 */
@ApplicationScoped
@Named("quotas")
public class QuotaService {

    private final QuotaLimits limits;

    QuotaService(QuotaLimits limits) {
        this.limits = limits;
    }

    /**
     * Must be called in the adding transaction, after its other locks. Until the transaction ends, no other can add to
     * the account.
     *
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireAvailable(String account, String region, QuotaAmounts added) {
        if (Arrays.stream(Quota.values())
                .anyMatch(each -> each.amountOf(added) > 0 && each.amountOf(limits.forAccount(account)) > 0)) {
            QuotaLock.acquire(account, region);
            requireRoom(account, region, used(account, region), added);
        }
    }

    /**
     * Checks in advance, without a lock.
     *
     * @return is called with the number of bytes received so far, and refuses as soon as they exceed the quota
     */
    public LongConsumer precheck(String account, String region, QuotaAmounts added) {
        QuotaAmounts before = used(account, region);
        requireRoom(account, region, before, added);
        return bytes -> requireRoom(account, region, before, QuotaAmounts.data(bytes));
    }

    private void requireRoom(String account, String region, QuotaAmounts used, QuotaAmounts added) {
        uses(account, used)
                .filter(each -> !each.hasRoomFor(each.quota().amountOf(added)))
                .findFirst()
                .ifPresent(full -> {
                    throw new RefusedException(Reason.ACCOUNT_QUOTA_EXCEEDED, region, full.describe());
                });
    }

    /** The account's usage of each quota, in declared order. */
    public List<QuotaUsage> listUsage(String account, String region) {
        return uses(account, used(account, region)).toList();
    }

    /** Same for all regions of the user's account. */
    public Map<String, List<QuotaUsage>> listUsageByRegion(User user) {
        Map<String, QuotaAmounts> used = counted(user.account(), user.regions());
        Map<String, List<QuotaUsage>> uses = new LinkedHashMap<>();
        user.regions()
                .forEach(region -> uses.put(
                        region,
                        uses(user.account(), used.getOrDefault(region, QuotaAmounts.NONE))
                                .toList()));
        return uses;
    }

    /** Bytes staged for an import call, and images being uploaded. */
    public QuotaQueries.UploadUsage uploadUsage(String account, String region) {
        return QuotaQueries.findUploadUsage(account, region);
    }

    /** Usage shown before adding an image: {@code 37 of 50 images, 212 of 500 GiB}; empty if nothing is limited. */
    public String forImage(Actor actor) {
        return formatUsage(actor, Quota.IMAGES, Quota.STORAGE);
    }

    public String forSnapshot(Actor actor) {
        return formatUsage(actor, Quota.IMAGES, Quota.STORAGE, Quota.SNAPSHOTS);
    }

    public String forServer(Actor actor) {
        return formatUsage(actor, Quota.SERVERS);
    }

    private String formatUsage(Actor actor, Quota... asked) {
        List<Quota> shown = List.of(asked);
        return listUsage(actor.account(), actor.region()).stream()
                .filter(each -> each.isLimited() && shown.contains(each.quota()))
                .map(QuotaUsage::describe)
                .collect(Collectors.joining(", "));
    }

    private Stream<QuotaUsage> uses(String account, QuotaAmounts used) {
        QuotaAmounts may = limits.forAccount(account);
        return Arrays.stream(Quota.values()).map(each -> new QuotaUsage(each, each.amountOf(used), each.amountOf(may)));
    }

    private static QuotaAmounts used(String account, String region) {
        return counted(account, List.of(region)).getOrDefault(region, QuotaAmounts.NONE);
    }

    private static Map<String, QuotaAmounts> counted(String account, List<String> regions) {
        return QuarkusTransaction.joiningExisting().call(() -> QuotaQueries.countByRegion(account, regions));
    }
}
