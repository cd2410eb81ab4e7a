package dev.handshake.quota;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** What the operator lets each account have in each region; 0 sets no limit. */
@ConfigMapping(prefix = "handshake.quota")
interface QuotaConfig {

    long images();

    MemorySize storage();

    long snapshots();

    long servers();

    /** What is different for some accounts, by their numbers. */
    Map<String, AccountLimits> accounts();

    interface AccountLimits {

        Optional<Long> images();

        Optional<MemorySize> storage();

        Optional<Long> snapshots();

        Optional<Long> servers();
    }
}
