package dev.handshake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No text becomes a formula in a spreadsheet. */
class CsvCellTest {

    @Test
    void what_begins_like_a_formula_gets_an_apostrophe_before_it() {
        for (String formula : List.of(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0=1",
                "\u3000=1",
                "\ufeff=1",
                "\u200b=1",
                "=",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://evil.example\")",
                "\tx",
                "\rx",
                "\nx")) {
            assertEquals("'" + formula, CsvCell.escape(formula), formula);
        }
    }

    @Test
    void what_begins_a_cell_within_the_cell_gets_one_too() {
        assertEquals("a;'=1;' +2", CsvCell.escape("a;=1; +2"));
        assertEquals("a\t'@x", CsvCell.escape("a\t@x"));
        assertEquals("a\n'=x", CsvCell.escape("a\n=x"));
    }

    @Test
    void everything_else_stays_as_it_is() {
        for (String text : List.of(
                "",
                "golden-web-2026.11",
                "a=b",
                "a+b@c",
                "50%",
                "'=1",
                "\"=1",
                "x;y",
                "1,=2",
                "日本",
                "😀",
                "O'Neil",
                "a; b")) {
            assertEquals(text, CsvCell.escape(text), text);
        }
    }
}
