package dev.handshake.account;

import dev.handshake.config.SettingConverters.RegularExpression;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.regex.Pattern;

/** Settings of accounts. */
@ConfigMapping(prefix = "handshake")
public interface AccountConfig {

    @WithConverter(RegularExpression.class)
    Pattern accountNumberPattern();
}
