package dev.handshake.api.http;

import dev.handshake.config.SettingConverters.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;

/** Which access tokens the API accepts. */
@ConfigMapping(prefix = "handshake.api")
interface ApiConfig {

    /** The API's own audience. */
    Optional<@WithConverter(Text.class) String> audience();

    /** {@code at+jwt} or {@code any}, for providers that set no audience. */
    Optional<@WithConverter(TokenTypeConverter.class) String> tokenType();
}
