package dev.handshake.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The names of the token claims of the identity provider. */
@ConfigMapping(prefix = "handshake.claims")
public interface ClaimsConfig {

    @WithDefault("account")
    String account();

    @WithDefault("regions")
    String regions();

    @WithDefault("role")
    String role();

    @WithDefault("name")
    String name();

    @WithDefault("email")
    String email();
}
