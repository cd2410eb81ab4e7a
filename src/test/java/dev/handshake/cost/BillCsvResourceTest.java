package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The bill as CSV. */
@PortalTest
class BillCsvResourceTest {

    private static final String NEW_YEAR = "2020-01-01T00:00:00Z";

    private final Cast cast = new Cast();

    @Test
    void the_file_says_what_it_is() {
        HtmlPage sheet = cast.observer
                .opens("/DFW/costs?month=2020-02")
                .follows("Download as CSV")
                .is(200);
        assertEquals("text/csv; charset=UTF-8", sheet.header("Content-Type").replace(";charset", "; charset"));
        assertEquals("attachment; filename=\"costs-DFW-2020-02.csv\"", sheet.header("Content-Disposition"));
        assertEquals("nosniff", sheet.header("X-Content-Type-Options"));
        assertEquals("private, no-store", sheet.header("Cache-Control"));
        assertTrue(sheet.html().startsWith("\"month\",\"region\",\"account\",\"usage\",")
                && sheet.html().endsWith("\"\r\n"));
    }

    @Test
    void a_line_has_all_that_its_cost_is_made_of() throws IOException {
        UUID image = cast.accepted("golden");
        UsageBackdating.backdate(image, NEW_YEAR, 10 * UsageBackdating.GIB);
        assertEquals(
                List.of(
                        "2020-02",
                        "DFW",
                        cast.producer.account,
                        "storage",
                        "" + image,
                        "golden",
                        "import",
                        cast.producer.account,
                        "10737418240",
                        NEW_YEAR,
                        "",
                        "2505600",
                        "365",
                        "GiB-month",
                        "3480.0000",
                        "USD"),
                lines(cast.producer, "2020-02").get(0).toList());
        assertEquals(
                List.of(
                        "2020-02",
                        "DFW",
                        cast.consumer.account,
                        "share",
                        "" + image,
                        "golden",
                        "import",
                        cast.producer.account,
                        "10737418240",
                        NEW_YEAR,
                        "",
                        "2505600",
                        "0",
                        "GiB-month",
                        "0.0000",
                        "USD"),
                lines(cast.consumer, "2020-02").get(0).toList());
    }

    @Test
    void thousands_of_lines_come_piece_by_piece_and_add_up_to_the_total_of_the_page() throws IOException {
        UsageBackdating.createEnded(cast.producer.account, 2_345, NEW_YEAR, "2020-01-01T00:00:07Z");
        List<CSVRecord> lines = lines(cast.producer, "2020-01");
        assertEquals(2_345, lines.size());
        assertEquals(
                2_345, lines.stream().map(line -> line.get("id")).distinct().count());
        BigDecimal sum =
                lines.stream().map(line -> new BigDecimal(line.get("cost"))).reduce(BigDecimal.ZERO, BigDecimal::add);
        cast.producer
                .opens("/DFW/costs?month=2020-01")
                .says("January 2020 " + sum.setScale(2, RoundingMode.HALF_UP) + " USD");
    }

    @Test
    void a_name_that_looks_like_a_formula_is_text() throws IOException {
        for (String name : List.of("=HYPERLINK(\"//x\",\"y\")", "+1", "-1", "@x", "＝1", "a\";=1", "x,\"=2\"")) {
            cast.producer.uploads("DFW", name, DiskFiles.raw(512)).is(200);
        }
        List<String> names =
                lines(cast.producer, "").stream().map(line -> line.get("name")).toList();
        assertEquals(List.of("'=HYPERLINK(\"//x\",\"y\")", "'+1", "'-1", "'@x", "'＝1", "a\";'=1", "x,\"=2\""), names);
    }

    @Test
    void nobody_else_gets_the_lines_of_an_account() throws IOException {
        UsageBackdating.backdate(cast.accepted("own-affair"), NEW_YEAR, UsageBackdating.GIB);
        assertEquals(List.of(), lines(cast.stranger, "2020-02"));
        cast.producer.opens("/ORD/costs.csv").is(200).doesNotSay("own-affair");
        cast.producer.opens("/LON/costs.csv").is(404);
        assertEquals(List.of(), lines(cast.producer, "2999-01"));
    }

    private static List<CSVRecord> lines(TestUser reader, String month) throws IOException {
        String sheet = reader.opens("/DFW/costs.csv?month=" + month).is(200).html();
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(sheet))
                .getRecords();
    }
}
