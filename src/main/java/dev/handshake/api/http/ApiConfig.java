package dev.handshake.api.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which access tokens the API accepts. */
@ConfigMapping(prefix = "handshake.api")
interface ApiConfig {

    /** The API's own audience. */
    Optional<String> audience();

    /** {@code at+jwt} or {@code any}, for providers that set no audience. */
    Optional<String> tokenType();
}
