package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.Cast;
import dev.handshake.FakeKeystone;
import dev.handshake.PortalTest;
import dev.handshake.Queries;
import dev.handshake.Script;
import dev.handshake.disk.DiskFiles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The image list of the API: whose images, which of them, in which order, page by page. */
@PortalTest
class ImageQueryApiTest {

    private final Cast cast = new Cast();
    private final Script owner = Script.of(cast.producer);
    private final Script consumer = Script.of(cast.consumer);

    @Test
    void the_list_holds_by_default_own_base_and_accepted_images() {
        String base = "base-" + Cast.number();
        Script.of(cast.provider).creates(base);
        cast.accepted("L-accepted");
        cast.pending("L-pending");
        cast.rejected("L-rejected");
        cast.image("L-unshared");
        consumer.creates("c1-shared");
        consumer.post("/v2/images", "{\"name\":\"c1-private\",\"visibility\":\"private\"}")
                .is(201);
        lists("", base, "c1-shared", "c1-private", "L-accepted");
        lists("member_status=pending", base, "c1-shared", "c1-private", "L-pending");
        lists("member_status=rejected", base, "c1-shared", "c1-private", "L-rejected");
        lists("member_status=all", base, "c1-shared", "c1-private", "L-accepted", "L-pending", "L-rejected");
        lists("visibility=shared", "c1-shared", "L-accepted");
        lists("visibility=shared&member_status=pending", "c1-shared", "L-pending");
        lists("visibility=shared&member_status=pending&owner=" + cast.producer.account, "L-pending");
        lists("owner=" + cast.producer.account, "L-accepted");
        lists("visibility=private&member_status=all", "c1-private");
        lists("visibility=public", base);
        lists("visibility=community");
        lists("visibility=all", base, "c1-shared", "c1-private", "L-accepted");
        lists("visibility=shared&visibility=public");
        assertEquals(4, names(owner, "visibility=shared").size());
        assertEquals(4, names(owner, "visibility=shared&member_status=rejected").size());
        assertTrue(names(new Script(FakeKeystone.token(Cast.number(), "admin")), "owner=" + cast.producer.account)
                .containsAll(Set.of("L-accepted", "L-pending", "L-unshared")));
    }

    private void lists(String query, String... names) {
        Set<String> found = names(consumer, query + "&limit=1000");
        found.removeIf(name -> name.startsWith("base-") && !List.of(names).contains(name));
        found.removeIf(name -> !Set.of("L-accepted", "L-pending", "L-rejected", "L-unshared", "c1-shared", "c1-private")
                        .contains(name)
                && !List.of(names).contains(name));
        assertEquals(new TreeSet<>(List.of(names)), found, query);
    }

    @Test
    void a_bad_query_is_refused() {
        for (String query : List.of(
                "member_status=bogus",
                "member_status=",
                "visibility=bogus",
                "limit=-1",
                "limit=abc",
                "limit=",
                "sort=bogus",
                "sort_key=bogus",
                "sort_dir=up",
                "sort=name&sort_key=name",
                "sort_key=name&sort_key=size&sort_dir=asc&sort_dir=asc&sort_dir=asc",
                "sort=" + "name,".repeat(20) + "name",
                "size_min=x",
                "os_hidden=maybe",
                "protected=maybe",
                "created_at=yesterday",
                "created_at=about:2026-01-01T00:00:00Z",
                "name=%00",
                "%00=x",
                "marker=1",
                "marker=" + UUID.randomUUID())) {
            owner.get("/v2/images?" + query).is(400);
        }
    }

    @Test
    void a_marker_of_another_account_is_like_one_that_never_was() {
        UUID theirs = cast.image(cast.stranger, "theirs");
        assertEquals(
                owner.get("/v2/images?marker=" + UUID.randomUUID()).is(400).text(),
                owner.get("/v2/images?marker=" + theirs).is(400).text());
    }

    @Test
    void filters_find_what_they_name() {
        String zone = Cast.number();
        UUID one = Script.id(owner.post(
                "/v2/images",
                "{\"name\":\"one\",\"zone\":\"" + zone
                        + "\",\"disk_format\":\"raw\",\"tags\":[\"a\",\"b\"],\"protected\":true}"));
        UUID two = Script.id(owner.post(
                "/v2/images",
                "{\"name\":\"two, too\",\"zone\":\"" + zone
                        + "\",\"tags\":[\"b\"],\"container_format\":\"ova\",\"min_ram\":64}"));
        owner.put("/v2/images/" + two + "/file", DiskFiles.raw(5_000)).is(204);
        String only = "&zone=" + zone;
        found("name=one" + only, "one");
        found("name=in:one,\"two, too\"" + only, "one", "two, too");
        found("status=active" + only, "two, too");
        found("status=in:active,queued" + only, "one", "two, too");
        found("status=killed" + only);
        found("disk_format=raw" + only, "one", "two, too");
        found("container_format=in:ova,ovf" + only, "two, too");
        found("tag=b" + only, "one", "two, too");
        found("tag=b&tag=a" + only, "one");
        found("protected=true" + only, "one");
        found("size_min=5000" + only, "two, too");
        found("size_max=4999" + only, "one");
        found("min_ram=64" + only, "two, too");
        found("id=in:" + one + "," + UUID.randomUUID() + only, "one");
        found("id=nonsense" + only);
        found("zzz=1" + only);
        found("os_hidden=true" + only);
        owner.patch(one, "[{\"op\":\"replace\",\"path\":\"/os_hidden\",\"value\":true}]")
                .is(200);
        found("os_hidden=true" + only, "one");
        found("os_hidden=false" + only, "two, too");
        found(only.substring(1), "two, too");
    }

    @Test
    void times_are_compared_as_they_are_shown() {
        String zone = Cast.number();
        UUID image = Script.id(owner.post("/v2/images", "{\"name\":\"timed\",\"zone\":\"" + zone + "\"}"));
        String shown =
                owner.get("/v2/images/" + image).json().path("created_at").asText();
        String later = Instant.parse(shown).plusSeconds(1).toString();
        for (String yes : List.of("", "eq:", "gte:", "lte:")) {
            found("created_at=" + yes + shown + "&zone=" + zone, "timed");
        }
        for (String no : List.of("neq:", "gt:", "lt:")) {
            found("created_at=" + no + shown + "&zone=" + zone);
        }
        found("updated_at=lt:" + later + "&zone=" + zone, "timed");
        found("updated_at=gte:" + later.replace("Z", "") + "&zone=" + zone);
    }

    private void found(String query, String... names) {
        assertEquals(new TreeSet<>(List.of(names)), names(owner, query), query);
    }

    @Test
    void hidden_images_leave_the_lists_of_others_at_both_doors() {
        UUID image = cast.accepted("veiled");
        owner.patch(image, "[{\"op\":\"replace\",\"path\":\"/os_hidden\",\"value\":true}]")
                .is(200);
        assertFalse(names(consumer, "").contains("veiled"));
        assertTrue(names(consumer, "os_hidden=true").contains("veiled"));
        cast.consumer.opens("/DFW/images").is(200).saysNothingOf("veiled");
        cast.producer.opens("/DFW/images").is(200).says("veiled");
        consumer.get("/v2/images/" + image).is(200);
    }

    @Test
    void every_order_can_be_walked_in_pages_without_loss() {
        String zone = Cast.number();
        for (int each = 0; each < 7; each++) {
            UUID image = Script.id(owner.post(
                    "/v2/images",
                    "{\"name\":\"n" + each % 3 + "\",\"zone\":\"" + zone + "\",\"min_ram\":" + each % 2
                            + (each % 2 == 0 ? ",\"disk_format\":\"raw\"" : "") + "}"));
            if (each % 3 == 0) {
                owner.put("/v2/images/" + image + "/file", DiskFiles.raw(1_000 + each % 2))
                        .is(204);
            }
        }
        for (String order : List.of(
                "",
                "&sort=name:asc",
                "&sort=name:asc,created_at:desc",
                "&sort=size:desc,name:asc,id:desc",
                "&sort=disk_format:asc,container_format",
                "&sort=status,min_ram:asc",
                "&sort_key=updated_at&sort_dir=asc",
                "&sort_key=name&sort_key=id&sort_dir=asc",
                "&sort=name:asc,name:desc",
                "&sort=id:asc")) {
            List<String> whole = ids(owner, "/v2/images?zone=" + zone + order);
            assertEquals(7, whole.size(), order);
            List<String> walked = new ArrayList<>();
            String next = "/v2/images?limit=2&zone=" + zone + order;
            while (next != null) {
                JsonNode page = owner.get(next).is(200).json();
                walked.addAll(page.path("images").findValuesAsText("id"));
                next = page.has("next") ? page.path("next").asText() : null;
            }
            assertEquals(whole, walked, order);
        }
    }

    @Test
    void links_repeat_the_filters_and_a_page_has_25_images() {
        String zone = Cast.number();
        IntStream.range(0, 26)
                .forEach(each ->
                        owner.post("/v2/images", "{\"zone\":\"" + zone + "\"}").is(201));
        JsonNode page = owner.get("/v2/images?zone=" + zone).is(200).json();
        assertEquals(25, page.path("images").size());
        String last = page.path("images").path(24).path("id").asText();
        assertEquals("/v2/images?zone=" + zone, page.path("first").asText());
        assertEquals(
                "/v2/images?zone=" + zone + "&marker=" + last, page.path("next").asText());
        assertEquals("/v2/schemas/images", page.path("schema").asText());
        JsonNode end = owner.get(page.path("next").asText()).is(200).json();
        assertEquals(1, end.path("images").size());
        assertFalse(end.has("next"));
        JsonNode none = owner.get("/v2/images?limit=0&zone=" + zone).is(200).json();
        assertEquals(
                "{\"images\":[],\"first\":\"/v2/images?limit=0&zone=" + zone + "\",\"schema\":\"/v2/schemas/images\"}",
                none.toString());
        assertEquals(
                "/v2/images?name=a+%26b%7Bc%7D",
                owner.get("/v2/images?name=a%20%26b%7Bc%7D")
                        .is(200)
                        .json()
                        .path("first")
                        .asText());
    }

    @Test
    void a_list_an_image_and_its_members_cost_a_fixed_number_of_queries() {
        UUID image = cast.accepted("one");
        owner.patch(image, "[{\"op\":\"add\",\"path\":\"/own\",\"value\":\"x\"}]");
        costs(owner, 3, "/v2/images?limit=1000");
        costs(owner, 4, "/v2/images?limit=1000&marker=" + image);
        costsTheSame(image);
        for (int each = 0; each < 30; each++) {
            UUID more = Script.id(owner.post("/v2/images", "{\"name\":\"more\",\"tags\":[\"a\"],\"own\":\"x\"}"));
            owner.offers(more, cast.consumer.account).is(200);
            owner.offers(image, "30" + each).is(200);
        }
        costs(owner, 3, "/v2/images?limit=1000&sort=status,name:asc&tag=a&own=x");
        costsTheSame(image);
    }

    private void costsTheSame(UUID image) {
        costs(consumer, 3, "/v2/images?limit=1000&member_status=all");
        costs(owner, 3, "/v2/images/" + image);
        costs(consumer, 4, "/v2/images/" + image);
        costs(owner, 2, "/v2/images/" + image + "/members");
        costs(owner, 2, "/v2/images/" + image + "/members/" + cast.consumer.account);
        costs(consumer, 2, "/v2/images/" + image + "/members");
        costs(owner, 1, "/v2/offers?limit=1000");
        costs(owner, 1, "/v2/offers?status=pending");
    }

    private void costs(Script who, int queries, String path) {
        assertEquals(queries, Queries.of(() -> who.get(path).is(200)), path);
    }

    @Test
    void a_thousand_images_are_one_page_and_no_more() {
        String zone = Cast.number();
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> ManyImages.make(cast.producer.account, zone, 1_001));
        JsonNode page = owner.get("/v2/images?limit=5000&zone=" + zone).is(200).json();
        assertEquals(1_000, page.path("images").size());
        assertTrue(page.has("next"));
        assertEquals(
                1, owner.get(page.path("next").asText()).json().path("images").size());
    }

    @Test
    void rubbish_in_any_parameter_gets_an_answer() {
        for (String key : List.of(
                "limit",
                "marker",
                "sort",
                "sort_key",
                "sort_dir",
                "visibility",
                "member_status",
                "owner",
                "name",
                "status",
                "size_min",
                "tag",
                "os_hidden",
                "protected",
                "disk_format",
                "created_at",
                "id",
                "zzz")) {
            for (String rubbish : List.of(
                    "\u0000",
                    "😀".repeat(100),
                    "x".repeat(3_000),
                    "%",
                    "' or 1=1 --",
                    "in:",
                    "in:,,\"",
                    "99999999999999999999",
                    "gt:",
                    ":",
                    "{a}",
                    "NaN",
                    "-9223372036854775808",
                    "+999999999-01-01T00:00:00Z",
                    "gt:+1000000000-12-31T23:59:59Z")) {
                int status = owner.get("/v2/images?" + key + "=" + URLEncoder.encode(rubbish, StandardCharsets.UTF_8))
                        .status();
                assertTrue(status < 500, key + "=" + rubbish + ": " + status);
            }
        }
    }

    private static Set<String> names(Script script, String query) {
        return new TreeSet<>(script.get("/v2/images?" + encoded(query))
                .is(200)
                .json()
                .path("images")
                .findValuesAsText("name"));
    }

    private static String encoded(String query) {
        return query.replace("\"", "%22").replace(" ", "%20");
    }

    private static List<String> ids(Script script, String path) {
        return script.get(path).is(200).json().path("images").findValuesAsText("id").stream()
                .collect(Collectors.toList());
    }
}
