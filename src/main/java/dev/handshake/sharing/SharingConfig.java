package dev.handshake.sharing;

import io.smallrye.config.ConfigMapping;

/** Limits of sharing. */
@ConfigMapping(prefix = "handshake.sharing")
public interface SharingConfig {

    /** Members of one image. */
    int memberQuota();

    /** Whether consumers can download the data of a shared image. */
    boolean consumerDownloadEnabled();
}
