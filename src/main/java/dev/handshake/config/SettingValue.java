package dev.handshake.config;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the value of a setting. */
public class SettingValue {

    private SettingValue() {}

    /**
     * A value that is refused stops the start; {@link StartFailure} makes a sentence of it.
     *
     * @param allowed what the value has to be, such as {@code a whole number of at least 1}
     * @param parser throws one of the three exceptions of number and text parsers, or returns null, for what it cannot
     *     read
     * @throws IllegalArgumentException with {@code allowed} as its message
     */
    public static <T> T read(String text, String allowed, Function<String, T> parser, Predicate<T> rule) {
        try {
            T value = parser.apply(text);
            if (value != null && rule.test(value)) {
                return value;
            }
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
            throw new IllegalArgumentException(allowed, unreadable);
        }
        throw new IllegalArgumentException(allowed);
    }
}
