package dev.handshake.quota;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** The quotas of each account per region; 0 means no limit. */
@ConfigMapping(prefix = "handshake.quota")
interface QuotaConfig {

    long images();

    MemorySize storage();

    long snapshots();

    long servers();

    /** Overrides by account number. */
    Map<String, AccountLimits> accounts();

    interface AccountLimits {

        Optional<Long> images();

        Optional<MemorySize> storage();

        Optional<Long> snapshots();

        Optional<Long> servers();
    }
}
