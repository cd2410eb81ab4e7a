package dev.handshake.quota;

import dev.handshake.account.AccountNumbers;
import dev.handshake.config.InvalidSettingException;
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
        defaults =
                new QuotaAmounts(config.images(), config.storage().asLongValue(), config.snapshots(), config.servers());
        config.accounts().forEach((account, own) -> {
            if (!numbers.matches(account)) {
                throw new InvalidSettingException("handshake.quota.accounts: \"" + account
                        + "\" is not an account number of the form handshake.account-number-pattern.");
            }
            accounts.put(account, overridden(own));
        });
    }

    private QuotaAmounts overridden(QuotaConfig.AccountLimits own) {
        return new QuotaAmounts(
                own.images().orElse(defaults.images()),
                own.storage().map(MemorySize::asLongValue).orElse(defaults.storage()),
                own.snapshots().orElse(defaults.snapshots()),
                own.servers().orElse(defaults.servers()));
    }

    QuotaAmounts forAccount(String account) {
        return accounts.getOrDefault(account, defaults);
    }
}
