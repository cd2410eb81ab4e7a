package dev.handshake.quota;

import dev.handshake.config.SettingConverters.NonNegativeLong;
import dev.handshake.config.SettingConverters.NonNegativeSize;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Map;
import java.util.Optional;

/** The quotas of each account per region; 0 means no limit. */
@ConfigMapping(prefix = "handshake.quota")
interface QuotaConfig {

    @WithConverter(NonNegativeLong.class)
    long images();

    @WithConverter(NonNegativeSize.class)
    MemorySize storage();

    @WithConverter(NonNegativeLong.class)
    long snapshots();

    @WithConverter(NonNegativeLong.class)
    long servers();

    /** Overrides by account number. */
    Map<String, AccountLimits> accounts();

    interface AccountLimits {

        Optional<@WithConverter(NonNegativeLong.class) Long> images();

        Optional<@WithConverter(NonNegativeSize.class) MemorySize> storage();

        Optional<@WithConverter(NonNegativeLong.class) Long> snapshots();

        Optional<@WithConverter(NonNegativeLong.class) Long> servers();
    }
}
