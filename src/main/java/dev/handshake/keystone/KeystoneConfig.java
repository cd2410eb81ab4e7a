package dev.handshake.keystone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cloud's Keystone, as the operator names it. */
@ConfigMapping(prefix = "handshake.keystone")
public interface KeystoneConfig {

    /** Where it is, with or without {@code /v3}; without it no Keystone token opens anything. */
    Optional<URI> url();

    /** How long it may take to answer. */
    @WithDefault("3S")
    Duration timeout();

    /** How long a token that was good is taken for good. What is revoked there may still open this long. */
    @WithDefault("60S")
    @WithName("cache.ttl")
    Duration cacheTtl();

    /** How many such tokens are kept in mind. */
    @WithDefault("10000")
    @WithName("cache.max-entries")
    long cacheMaxEntries();

    /** The roles here that the roles there stand for. */
    Map<String, String> roles();

    /** The role by which the token of another service of the cloud is known, in {@code X-Service-Token}. */
    @WithDefault("service")
    String serviceRole();

    /** The regions that projects have; all that are served, unless this names some. */
    Optional<List<String>> regions();
}
