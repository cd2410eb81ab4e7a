package dev.handshake.quota;

import dev.handshake.account.AccountNumbers;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** The effective limits of each account, 0 for no limit. Invalid settings stop the startup. */
@ApplicationScoped
@Startup
class QuotaLimits {

    private final QuotaAmounts defaults;
    private final Map<String, QuotaAmounts> accounts = new HashMap<>();

    QuotaLimits(QuotaConfig config, AccountNumbers numbers) {
        defaults = requireNotNegative(
                "",
                new QuotaAmounts(
                        config.images(), config.storage().asLongValue(), config.snapshots(), config.servers()));
        config.accounts().forEach((account, own) -> {
            if (!numbers.matches(account)) {
                throw new IllegalArgumentException(
                        "handshake.quota.accounts.\"" + account + "\" names no account number of this cloud");
            }
            accounts.put(account, requireNotNegative("accounts.\"" + account + "\".", overridden(own)));
        });
    }

    private QuotaAmounts overridden(QuotaConfig.AccountLimits own) {
        return new QuotaAmounts(
                own.images().orElse(defaults.images()),
                own.storage().map(MemorySize::asLongValue).orElse(defaults.storage()),
                own.snapshots().orElse(defaults.snapshots()),
                own.servers().orElse(defaults.servers()));
    }

    private static QuotaAmounts requireNotNegative(String where, QuotaAmounts limits) {
        for (Quota each : Quota.values()) {
            if (each.amountOf(limits) < 0) {
                throw new IllegalArgumentException(
                        "handshake.quota." + where + each.label() + " is 0 for no limit, or more");
            }
        }
        return limits;
    }

    QuotaAmounts forAccount(String account) {
        return accounts.getOrDefault(account, defaults);
    }
}
