package dev.handshake.sharing;

import dev.handshake.config.SettingConverters.Flag;
import dev.handshake.config.SettingConverters.NonNegativeInt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;

/** Limits of sharing. */
@ConfigMapping(prefix = "handshake.sharing")
public interface SharingConfig {

    /** Members of one image. */
    @WithConverter(NonNegativeInt.class)
    int memberQuota();

    /** Whether consumers can download the data of a shared image. */
    @WithConverter(Flag.class)
    boolean consumerDownloadEnabled();

    /** Whether owners see how many servers the members that accepted run from an image. */
    @WithConverter(Flag.class)
    boolean serverCountsEnabled();
}
