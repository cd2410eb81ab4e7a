package dev.handshake.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The form of the account numbers of this cloud ({@code handshake.account-number-pattern}, a regular expression). */
@ApplicationScoped
public class AccountNumbers {

    /** What a column holds; longer ones are no account numbers whatever the pattern says. */
    private static final int MAX_LENGTH = 255;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Cntrl},;]+");

    /** The operator's pattern looks at so many characters at the most, whatever it is and whatever it is shown. */
    private static final int MAX_CHARACTER_READS = 20_000;

    private final Pattern pattern;

    public AccountNumbers(@ConfigProperty(name = "handshake.account-number-pattern") String pattern) {
        this.pattern = Pattern.compile(pattern);
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

    /** The words of a pasted text, in order: between them a comma, semicolon, space or new line. */
    public static List<String> split(String text) {
        return Arrays.stream(SEPARATORS.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
