package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {

    /** All of Unicode's bidirectional controls (UAX #9) and other invisible characters, at any position. */
    @Test
    void what_turns_the_text_or_does_not_show_is_found_wherever_it_stands() {
        IntStream.of(
                        0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
                        0x2028, 0x2029, 0x200b, 0x2060, 0xfeff, 0xad, 0x180e, 0x85, 0x7, 0x3164, 0x115f, 0x34f, 0xfff9,
                        0xe0041, 0x1d173)
                .mapToObj(Character::toString)
                .forEach(each -> {
                    for (String text : new String[] {each, each + "name", "na" + each + "me", "name" + each}) {
                        assertTrue(HiddenCharacters.findInLine("The name", text).isPresent(), () -> escaped(each));
                        assertTrue(
                                HiddenCharacters.findInLines("The note", text).isPresent(), () -> escaped(each));
                    }
                });
    }

    @Test
    void the_sentence_says_which() {
        String sentence = HiddenCharacters.findInLine("The name", "golden\u202e")
                .orElseThrow()
                .message();
        assertTrue(
                sentence.startsWith("The name contains an invisible character") && sentence.contains("U+202E"),
                sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "golden-web 2026.11",
                "Zürich – “naïve” 100 % ½",
                "深圳 東京 서울",
                "שלום עולם",
                "مرحبا بالعالم",
                "می\u200cخواهم",
                "क्\u200dष",
                "👩\u200d💻 ☀\ufe0f",
                "👨🏽\u200d🚀",
                "\u0600123"
            })
    void what_people_write_in_any_script_is_taken(String text) {
        assertFalse(HiddenCharacters.findInLine("The name", text).isPresent(), () -> escaped(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pro\u200dd", "prod\u200c", "\u200dprod", "1\u200c2", "дев\u200dа", "👩\u200d"})
    void a_joiner_that_joins_nothing_is_not(String text) {
        assertTrue(HiddenCharacters.findInLine("The name", text).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "two\r\nlines", "a\ttab"})
    void only_a_text_of_several_lines_has_breaks(String text) {
        assertFalse(HiddenCharacters.findInLines("The note", text).isPresent());
        assertTrue(HiddenCharacters.findInLine("The name", text).isPresent());
    }

    @Test
    void what_is_typed_is_composed() {
        assertEquals("é가", Text.clean(" e\u0301\u1100\u1161 "));
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(each -> "U+%04X ".formatted(each)).reduce("", String::concat);
    }
}
