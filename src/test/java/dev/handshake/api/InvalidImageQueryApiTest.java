package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Invalid queries to the API's image list. */
@PortalTest
@AlsoOnH2
class InvalidImageQueryApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

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
                "name=in:%22open",
                "name=in:a%22b",
                "name=neq:x",
                "status=gt:active",
                "virtual_size=x",
                "changes-since=2026-01-01",
                "sort=name:asc:x",
                "sort_dir=",
                "marker=1",
                "marker=" + UUID.randomUUID())) {
            owner.get("/v2/images?" + query).is(400);
        }
    }

    /** Regression: 200 filters kept a PostgreSQL connection busy until the statement timeout. */
    @Test
    void a_list_takes_few_filters_and_answers_them_soon() {
        String[] keys = {"own%d=x", "tag=t%d", "name=n%d", "size_min=%d", "id=in:" + UUID.randomUUID() + "&u%d=x"};
        for (String key : keys) {
            String many = IntStream.range(0, 50).mapToObj(key::formatted).collect(Collectors.joining("&"));
            owner.get("/v2/images?" + many).is(400);
            String few = IntStream.range(0, 12).mapToObj(key::formatted).collect(Collectors.joining("&"));
            assertTimeout(
                    Duration.ofSeconds(5),
                    () -> owner.get("/v2/images?os_hidden=true&" + few).is(200));
        }
        owner.get("/v2/images?" + withFilters(200)).is(400);
        owner.get("/v2/images?" + withFilters(24)).is(200);
        owner.get("/v2/images?" + withFilters(25)).is(400);
    }

    private static String withFilters(int many) {
        return IntStream.range(0, many).mapToObj(each -> "own" + each + "=x").collect(Collectors.joining("&"));
    }

    @Test
    void the_filters_of_a_list_name_few_values() {
        owner.get("/v2/images?name=in:" + withValues(500)).is(200);
        owner.get("/v2/images?name=in:" + withValues(501)).is(400);
        owner.get("/v2/images?name=in:" + withValues(300) + "&tag=x&container_format=in:" + withValues(300))
                .is(400);
    }

    private static String withValues(int many) {
        return IntStream.range(0, many).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    @Test
    void what_the_peers_take_is_taken() {
        owner.creates("one");
        owner.creates("two");
        for (String query : List.of(
                "limit=+1",
                "limit=%2B1",
                "limit=%201%20",
                "limit=0_1",
                "sort=%20name%20:%20asc%20,size:&limit=1",
                "sort_key=%20name%20&sort_dir=%20asc%20&limit=1",
                "changes-since=&limit=1")) {
            assertEquals(
                    1,
                    owner.get("/v2/images?owner=" + cast.producer.account + "&" + query)
                            .is(200)
                            .json()
                            .path("images")
                            .size(),
                    query);
        }
        owner.get("/v2/images?limit=99999999999999999999").is(200);
        owner.get("/v2/images?size_min=-99999999999999999999").is(200);
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
}
