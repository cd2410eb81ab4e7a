package dev.handshake.account;

import io.smallrye.config.ConfigMapping;

/** The accounts of the cloud. */
@ConfigMapping(prefix = "handshake")
public interface AccountConfig {

    /** A regular expression. */
    String accountNumberPattern();
}
