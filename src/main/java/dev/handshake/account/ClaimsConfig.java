package dev.handshake.account;

import dev.handshake.config.SettingConverters.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The names of the token claims of the identity provider. */
@ConfigMapping(prefix = "handshake.claims")
public interface ClaimsConfig {

    @WithDefault("account")
    @WithConverter(Text.class)
    String account();

    @WithDefault("regions")
    @WithConverter(Text.class)
    String regions();

    @WithDefault("role")
    @WithConverter(Text.class)
    String role();

    @WithDefault("name")
    @WithConverter(Text.class)
    String name();

    @WithDefault("email")
    @WithConverter(Text.class)
    String email();
}
