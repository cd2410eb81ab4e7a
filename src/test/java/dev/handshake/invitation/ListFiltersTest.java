package dev.handshake.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.NotAtGlance;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Offers, invitations and history by account, status and day, as a page and as a CSV file. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class ListFiltersTest {

    private final Cast cast = new Cast();
    private final LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

    @Test
    void offers_are_found_by_account_status_and_day() throws IOException {
        cast.offers(cast.accepted("both"), cast.otherConsumer.account);
        String consumer = "account=" + cast.consumer.account;
        assertOffers(List.of("accepted", "pending"), "");
        assertOffers(List.of("accepted"), consumer);
        assertOffers(List.of(), consumer + "&status=pending");
        assertOffers(List.of("pending"), "account=" + cast.otherConsumer.account + "&status=pending");
        assertOffers(List.of(), "account=" + cast.producer.account);
        assertOffers(List.of("accepted", "pending"), "from=" + today.minusDays(1) + "&to=" + today.plusDays(1));
        assertOffers(List.of("accepted"), consumer + "&from=" + today.minusDays(1));
        assertOffers(List.of(), "from=" + today.plusDays(2));
        assertOffers(List.of(), "to=" + today.minusDays(2));
    }

    private void assertOffers(List<String> statuses, String query) throws IOException {
        HtmlPage page = cast.producer.opens("/DFW/offers?" + query).is(200);
        assertEquals(statuses, page.texts("tbody .status").stream().sorted().toList(), query);
        assertEquals(
                statuses,
                csv(cast.producer, "/DFW/offers.csv?" + query).stream()
                        .map(each -> each.get("status"))
                        .sorted()
                        .toList(),
                query);
    }

    @Test
    void a_filter_stays_on_the_next_page_and_with_another_status_and_can_be_removed() {
        UUID image = cast.pending("kept");
        for (int each = 0; each < 26; each++) {
            cast.offers(cast.image("more " + each), cast.consumer.account);
        }
        String query = "account=" + cast.consumer.account + "&from=2020-01-01";
        HtmlPage page = cast.producer.opens("/DFW/offers?" + query);
        HtmlPage next = page.follows("Next page");
        next.says("kept", "Account " + cast.consumer.account, "From 2020-01-01");
        assertTrue(next.url().contains(query), next.url());
        HtmlPage accepted = page.follows("Accepted").says("No offer matches");
        assertTrue(accepted.url().endsWith("?" + query.replace("&", "&status=accepted&")), accepted.url());
        HtmlPage without = accepted.follows("Remove the filter Account");
        assertTrue(without.url().endsWith("?status=accepted&from=2020-01-01"), without.url());
        assertEquals("/DFW/offers.csv?" + query, page.element("a[href*=csv]").attr("href"));
        cast.producer.opens("/DFW/images/" + image).is(200);
    }

    @Test
    void invitations_are_found_by_owner_and_day() throws IOException {
        cast.pending("invited");
        cast.accepted("taken");
        String owner = "account=" + cast.producer.account;
        assertInvitations(List.of("invited"), owner);
        assertInvitations(List.of("taken"), owner + "&status=accepted");
        assertInvitations(List.of(), "account=" + cast.stranger.account);
        assertInvitations(List.of("invited"), "to=" + today.plusDays(1));
        assertInvitations(List.of(), "from=" + today.plusDays(2));
    }

    private void assertInvitations(List<String> names, String query) throws IOException {
        assertEquals(names, cast.consumer.opens("/DFW/invitations?" + query).texts("li h2"), query);
        List<CSVRecord> rows = csv(cast.consumer, "/DFW/invitations.csv?" + query);
        assertEquals(names, rows.stream().map(each -> each.get("image_name")).toList(), query);
    }

    @Test
    void the_history_is_found_by_account_event_and_day() throws IOException {
        UUID image = cast.accepted("told");
        cast.offers(image, cast.otherConsumer.account);
        String consumer = "account=" + cast.consumer.account;
        assertHistory(List.of("offered", "accepted", "offered", "added"), cast.producer, "");
        assertHistory(List.of("accepted", "offered"), cast.producer, consumer);
        assertHistory(List.of("offered", "offered"), cast.producer, "status=offered");
        assertHistory(List.of("offered"), cast.producer, consumer + "&status=offered&from=" + today.minusDays(1));
        assertHistory(List.of("accepted", "offered"), cast.consumer, "account=" + cast.producer.account);
        assertHistory(List.of("accepted"), cast.consumer, "status=accepted");
        assertHistory(List.of(), cast.consumer, "to=" + today.minusDays(2));
        assertHistory(List.of(), cast.otherConsumer, consumer);
    }

    private void assertHistory(List<String> events, TestUser reader, String query) throws IOException {
        assertEquals(events, reader.opens("/DFW/history?" + query).texts(".history .status"), query);
        List<CSVRecord> rows = csv(reader, "/DFW/history.csv?" + query);
        assertEquals(events, rows.stream().map(each -> each.get("event")).toList(), query);
    }

    @Test
    @NotAtGlance
    void a_file_has_what_its_reader_sees_and_no_formula() throws IOException {
        UUID image = cast.pending("=HYPERLINK(\"https://evil.example\")");
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/label", "label", "@Berlin")
                .is(200);
        cast.consumer
                .opens("/DFW/reports/new?image=" + image)
                .presses("Report and reject", "ground", "error", "words", "It sends mail by itself.")
                .is(200);
        CSVRecord offer = csv(cast.observer, "/DFW/offers.csv").get(0);
        assertEquals("'=HYPERLINK(\"https://evil.example\")", offer.get("image_name"));
        assertEquals("'@Berlin", offer.get("label"));
        assertEquals("pending", offer.get("status")); // the owner is not told
        assertEquals("", offer.get("decided_at"));
        assertTrue(offer.get("offered_at").matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"), offer.get("offered_at"));
        CSVRecord invitation = csv(cast.consumerObserver, "/DFW/invitations.csv?status=rejected")
                .get(0);
        assertEquals(image.toString(), invitation.get("image_id"));
        assertEquals("", invitation.get("label"));
        assertEquals(cast.consumer.name, invitation.get("decided_by"));
        for (String list : List.of("offers", "invitations", "history")) {
            assertEquals(List.of(), csv(cast.stranger, "/DFW/" + list + ".csv"), list);
            assertEquals(List.of(), csv(cast.consumer, "/ORD/" + list + ".csv"), list);
        }
    }

    @Test
    void the_members_of_an_image_are_a_file_for_its_owner_alone() throws IOException {
        UUID image = cast.accepted("filed");
        cast.offers(image, cast.otherConsumer.account);
        String file = "/DFW/images/" + image + "/members.csv";
        assertEquals(2, csv(cast.observer, file).size());
        assertEquals(
                "accepted", csv(cast.producer, file + "?status=accepted").get(0).get("status"));
        assertEquals(
                1, csv(cast.producer, file + "?q=" + cast.otherConsumer.account).size());
        cast.consumer.opens(file).is(404);
        cast.stranger.opens(file).is(404);
    }

    @Test
    void what_is_no_day_or_status_is_refused_before_the_file_begins() {
        UUID image = cast.pending("asked");
        for (String query : List.of("from=yesterday", "to=%2B999999999-12-31", "from=0000-01-01", "status=nonsense")) {
            for (String list : List.of("offers", "invitations", "history")) {
                cast.consumer.opens("/DFW/" + list + "?" + query).is(400);
                cast.consumer.opens("/DFW/" + list + ".csv?" + query).is(400);
            }
        }
        cast.producer
                .opens("/DFW/images/" + image + "/members.csv?status=nonsense")
                .is(400);
        cast.producer.opens("/DFW/offers?account=%00%27%22%3C").is(200).says("No offer matches");
    }

    private static List<CSVRecord> csv(TestUser reader, String path) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(reader.opens(path).is(200).html())).getRecords();
    }
}
