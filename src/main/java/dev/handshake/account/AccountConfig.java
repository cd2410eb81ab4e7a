package dev.handshake.account;

import io.smallrye.config.ConfigMapping;

/** Settings of accounts. */
@ConfigMapping(prefix = "handshake")
public interface AccountConfig {

    /** A regular expression. */
    String accountNumberPattern();
}
