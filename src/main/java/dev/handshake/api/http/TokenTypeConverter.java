package dev.handshake.api.http;

import dev.handshake.config.SettingValue;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.Converter;

/** The types of token that the API can ask for. */
public class TokenTypeConverter implements Converter<String> {

    @Override
    public String convert(String text) {
        return SettingValue.read(
                text,
                "at+jwt or any",
                Function.identity(),
                Set.of(TokenClassifier.ACCESS_TOKEN_TYPE, TokenClassifier.ANY)::contains);
    }
}
