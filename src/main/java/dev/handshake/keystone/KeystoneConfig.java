package dev.handshake.keystone;

import dev.handshake.config.SettingConverters.HttpUrl;
import dev.handshake.config.SettingConverters.NonNegativeDuration;
import dev.handshake.config.SettingConverters.NonNegativeLong;
import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the cloud's Keystone. */
@ConfigMapping(prefix = "handshake.keystone")
public interface KeystoneConfig {

    /** Its URL, with or without {@code /v3}; if missing, Keystone tokens are not accepted. */
    Optional<@WithConverter(HttpUrl.class) URI> url();

    /** Response timeout. */
    @WithDefault("3s")
    @WithConverter(PositiveDuration.class)
    Duration timeout();

    /** How long a valid token is cached. A revoked token may still be accepted for this long. */
    @WithDefault("60s")
    @WithName("cache.ttl")
    @WithConverter(NonNegativeDuration.class)
    Duration cacheTtl();

    /** Maximum number of cached tokens. */
    @WithDefault("10000")
    @WithName("cache.max-entries")
    @WithConverter(NonNegativeLong.class)
    long cacheMaxEntries();

    /** Maps Keystone's roles to roles of this portal. */
    Map<String, @WithConverter(RoleNameConverter.class) String> roles();

    /** The role that identifies a service's token in {@code X-Service-Token}. */
    @WithDefault("service")
    @WithConverter(Text.class)
    String serviceRole();

    /** Which endpoints of the catalog are used where a service's URL is {@code catalog}: public, internal or admin. */
    @WithDefault("public")
    @WithName("interface")
    @WithConverter(InterfaceConverter.class)
    String interfaceName();

    /** The regions of every project; all served regions if not set. */
    Optional<List<@WithConverter(Text.class) String>> regions();

    /** The portal's own user, for calls to other services of the cloud. */
    UserSpec user();

    interface UserSpec {

        Optional<@WithConverter(Text.class) String> name();

        /** May contain anything. */
        Optional<String> password();

        /** Id of the project in which it has the role that sees every account's images; needed for Glance only. */
        Optional<@WithConverter(Text.class) String> project();

        /** The name of the user's domain. */
        @WithDefault("Default")
        @WithConverter(Text.class)
        String domain();
    }
}
