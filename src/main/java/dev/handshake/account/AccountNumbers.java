package dev.handshake.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The form of the account numbers of this cloud ({@code handshake.account-numbers}, a regular expression). */
@ApplicationScoped
public class AccountNumbers {

    /** What a column holds; longer ones are no account numbers whatever the pattern says. */
    private static final int LONGEST = 255;

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cntrl},;]+");

    /** The operator's pattern looks at so many characters at the most, whatever it is and whatever it is shown. */
    private static final int MOST_LOOKS = 20_000;

    private final Pattern form;

    AccountNumbers(@ConfigProperty(name = "handshake.account-numbers") String pattern) {
        this.form = Pattern.compile(pattern);
    }

    public boolean matches(String number) {
        return number.length() <= LONGEST && isOfForm(number);
    }

    private boolean isOfForm(String number) {
        try {
            return form.matcher(new LimitedText(number, MOST_LOOKS)).matches();
        } catch (LimitedText.Exhausted hostile) {
            return false;
        }
    }

    /** The words of a pasted text, in order: between them a comma, semicolon, space or new line. */
    public static List<String> split(String text) {
        return Arrays.stream(BETWEEN.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
