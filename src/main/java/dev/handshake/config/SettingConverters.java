package dev.handshake.config;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** What settings of several features allow. */
public class SettingConverters {

    private static final String A_WHOLE_NUMBER = "a whole number from %d to %d";
    private static final String A_DURATION = "a duration such as 500ms, 30s, 10m, 8h or 7d";
    private static final String A_SIZE = "a size in bytes such as 256K, 64M or 4G";
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");

    private SettingConverters() {}

    public static class PositiveInt implements Converter<Integer> {
        @Override
        public Integer convert(String text) {
            return SettingValue.read(
                    text, A_WHOLE_NUMBER.formatted(1, Integer.MAX_VALUE), Integer::valueOf, value -> value > 0);
        }
    }

    public static class NonNegativeInt implements Converter<Integer> {
        @Override
        public Integer convert(String text) {
            return SettingValue.read(
                    text, A_WHOLE_NUMBER.formatted(0, Integer.MAX_VALUE), Integer::valueOf, value -> value >= 0);
        }
    }

    public static class NonNegativeLong implements Converter<Long> {
        @Override
        public Long convert(String text) {
            return SettingValue.read(
                    text, A_WHOLE_NUMBER.formatted(0, Long.MAX_VALUE), Long::valueOf, value -> value >= 0);
        }
    }

    public static class Port implements Converter<Integer> {
        @Override
        public Integer convert(String text) {
            return SettingValue.read(
                    text, "a port from 1 to 65535", Integer::valueOf, value -> value > 0 && value < 1 << 16);
        }
    }

    public static class NonNegativePrice implements Converter<BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            return SettingValue.read(
                    text, "a price of at least 0, such as 0.008", BigDecimal::new, value -> value.signum() >= 0);
        }
    }

    public static class PositiveDuration implements Converter<Duration> {
        @Override
        public Duration convert(String text) {
            return SettingValue.read(text, A_DURATION, DurationConverter::parseDuration, value -> value.toMillis() > 0);
        }
    }

    public static class NonNegativeDuration implements Converter<Duration> {
        @Override
        public Duration convert(String text) {
            return SettingValue.read(
                    text, A_DURATION + ", or 0", DurationConverter::parseDuration, value -> !value.isNegative());
        }
    }

    public static class PositiveSize implements Converter<MemorySize> {
        @Override
        public MemorySize convert(String text) {
            return SettingValue.read(
                    text, A_SIZE, new MemorySizeConverter()::convert, value -> value.asLongValue() > 0);
        }
    }

    public static class NonNegativeSize implements Converter<MemorySize> {
        @Override
        public MemorySize convert(String text) {
            return SettingValue.read(
                    text, A_SIZE + ", or 0", new MemorySizeConverter()::convert, value -> value.asLongValue() >= 0);
        }
    }

    public static class Flag implements Converter<Boolean> {
        @Override
        public Boolean convert(String text) {
            return SettingValue.read(text, "true or false", Map.of("true", true, "false", false)::get, value -> true);
        }
    }

    /** Text in one line, since it is shown, logged or sent as it is. */
    public static class Text implements Converter<String> {
        @Override
        public String convert(String text) {
            return SettingValue.read(text, "a text without control characters", String::strip, Text::isPlain);
        }

        private static boolean isPlain(String text) {
            return !text.isEmpty() && !CONTROL_CHARACTER.matcher(text).find();
        }
    }

    public static class MailAddress implements Converter<String> {
        @Override
        public String convert(String text) {
            return SettingValue.read(
                    text,
                    "a mail address",
                    String::strip,
                    address -> address.matches("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+"));
        }
    }

    public static class Folder implements Converter<Path> {
        @Override
        public Path convert(String text) {
            return SettingValue.read(
                    text,
                    "a path in the file system",
                    Path::of,
                    path -> !CONTROL_CHARACTER.matcher(path.toString()).find());
        }
    }

    public static class HttpUrl implements Converter<URI> {
        @Override
        public URI convert(String text) {
            return SettingValue.read(
                    text, "an address of the form http://host or https://host", URI::create, HttpUrl::isWeb);
        }

        private static boolean isWeb(URI url) {
            return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        }
    }

    public static class RegularExpression implements Converter<Pattern> {
        @Override
        public Pattern convert(String text) {
            return SettingValue.read(
                    text,
                    "a regular expression",
                    Pattern::compile,
                    pattern -> !CONTROL_CHARACTER.matcher(pattern.pattern()).find());
        }
    }
}
