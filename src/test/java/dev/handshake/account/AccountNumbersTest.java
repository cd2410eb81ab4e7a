package dev.handshake.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The format of account numbers is configurable. */
class AccountNumbersTest {

    @Test
    void a_number_matches_the_pattern_as_a_whole() {
        AccountNumbers digits = new AccountNumbers(() -> Pattern.compile("[0-9]{1,20}"));
        assertTrue(digits.matches("4711"));
        assertFalse(digits.matches("4711x") || digits.matches("") || digits.matches("٤٧") || digits.matches("47 11"));
        AccountNumbers hex = new AccountNumbers(() -> Pattern.compile("[0-9a-f]{32}"));
        assertTrue(hex.matches("0123456789abcdef0123456789abcdef"));
        assertFalse(hex.matches("4711"));
        assertFalse(new AccountNumbers(() -> Pattern.compile(".*")).matches("1".repeat(256)));
    }

    /** Without a limit, each of these would practically never finish, and one would overflow the stack. */
    @Test
    void no_pattern_of_an_operator_takes_long() {
        for (String pattern : List.of("([0-9]+)+", "([0-9]|[0-9])*", "(.*)*x", "([0-9a-f]*-?)*")) {
            AccountNumbers hostile = new AccountNumbers(() -> Pattern.compile(pattern));
            String number = "1".repeat(254) + "!";
            assertTimeout(Duration.ofMillis(200), () -> assertFalse(hostile.matches(number), pattern));
        }
        assertTrue(new AccountNumbers(() -> Pattern.compile("([0-9a-f]+-?)+"))
                .matches("01234567-89ab-cdef-0123-456789abcdef"));
        assertTrue(new AccountNumbers(() -> Pattern.compile("[0-9a-z-]{1,255}")).matches("a-1".repeat(85)));
    }

    @Test
    void pasted_text_is_split_at_commas_semicolons_and_blanks() {
        assertEquals(List.of("1", "2", "3", "4"), AccountNumbers.split(" 1,2;\r\n\t3\u00004 , "));
        assertEquals(List.of(), AccountNumbers.split(" ,\n"));
    }
}
