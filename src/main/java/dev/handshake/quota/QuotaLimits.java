package dev.handshake.quota;

import dev.handshake.account.AccountNumbers;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each account may have, 0 for whatever has no limit. The portal does not start where a setting makes no
 * sense.
 */
@ApplicationScoped
@Startup
class QuotaLimits {

    private final Amounts everybody;
    private final Map<String, Amounts> accounts = new HashMap<>();

    QuotaLimits(QuotaConfig config, AccountNumbers numbers) {
        everybody = checked(
                "", new Amounts(config.images(), config.storage().asLongValue(), config.snapshots(), config.servers()));
        config.accounts().forEach((account, own) -> {
            if (!numbers.matches(account)) {
                throw new IllegalArgumentException(
                        "handshake.quota.accounts.\"" + account + "\" names no account number of this cloud");
            }
            accounts.put(account, checked("accounts.\"" + account + "\".", overridden(own)));
        });
    }

    private Amounts overridden(QuotaConfig.AccountLimits own) {
        return new Amounts(
                own.images().orElse(everybody.images()),
                own.storage().map(MemorySize::asLongValue).orElse(everybody.storage()),
                own.snapshots().orElse(everybody.snapshots()),
                own.servers().orElse(everybody.servers()));
    }

    private static Amounts checked(String where, Amounts limits) {
        for (Quota each : Quota.values()) {
            if (each.of(limits) < 0) {
                throw new IllegalArgumentException(
                        "handshake.quota." + where + each.label() + " is 0 for no limit, or more");
            }
        }
        return limits;
    }

    Amounts of(String account) {
        return accounts.getOrDefault(account, everybody);
    }
}
