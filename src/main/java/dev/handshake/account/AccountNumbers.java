package dev.handshake.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The format of this cloud's account numbers ({@code handshake.account-number-pattern}, a regular expression). */
@ApplicationScoped
public class AccountNumbers {

    /** The size of the database columns; longer text is never an account number. */
    private static final int MAX_LENGTH = 255;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Cntrl},;]+");

    /** Limits the character reads of the configured pattern, so that it cannot backtrack without bound. */
    private static final int MAX_CHARACTER_READS = 20_000;

    private final Pattern pattern;

    public AccountNumbers(AccountConfig config) {
        this.pattern = config.accountNumberPattern();
    }

    public boolean matches(String number) {
        return number.length() <= MAX_LENGTH && matchesPattern(number);
    }

    private boolean matchesPattern(String number) {
        try {
            return pattern.matcher(new ReadLimitedCharSequence(number, MAX_CHARACTER_READS))
                    .matches();
        } catch (ReadLimitedCharSequence.ReadLimitExceededException hostile) {
            return false;
        }
    }

    /** Splits pasted text into words, separated by commas, semicolons or whitespace. */
    public static List<String> split(String text) {
        return Arrays.stream(SEPARATORS.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
