package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The API's image list: visibility and filters. */
@PortalTest
@AlsoOnH2
class ImageFilterApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void the_list_holds_by_default_own_base_and_accepted_images() {
        String base = "base-" + Cast.newAccountNumber();
        ApiClient.forUser(cast.provider).creates(base);
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
        assertTrue(names(
                        new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "admin")),
                        "owner=" + cast.producer.account)
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
    void filters_find_what_they_name() {
        String zone = Cast.newAccountNumber();
        UUID one = ApiClient.idOf(owner.post(
                "/v2/images",
                "{\"name\":\"one\",\"zone\":\"" + zone
                        + "\",\"disk_format\":\"raw\",\"tags\":[\"a\",\"b\"],\"protected\":true}"));
        UUID two = ApiClient.idOf(owner.post(
                "/v2/images",
                "{\"name\":\"two, too\",\"zone\":\"" + zone
                        + "\",\"tags\":[\"b\"],\"container_format\":\"ovf\",\"min_ram\":64}"));
        owner.put("/v2/images/" + two + "/file", DiskFiles.raw(5_120)).is(204);
        String only = "&zone=" + zone;
        assertFinds("name=one" + only, "one");
        assertFinds("name=in:one,\"two, too\"" + only, "one", "two, too");
        assertFinds("status=active" + only, "two, too");
        assertFinds("status=in:active,queued" + only, "one", "two, too");
        assertFinds("status=killed" + only);
        assertFinds("disk_format=raw" + only, "one", "two, too");
        assertFinds("container_format=in:ova,ovf" + only, "two, too");
        assertFinds("tag=b" + only, "one", "two, too");
        assertFinds("tag=b&tag=a" + only, "one");
        assertFinds("protected=true" + only, "one");
        assertFinds("size_min=5120" + only, "two, too");
        assertFinds("size_max=5119" + only, "one");
        assertFinds("min_ram=64" + only, "two, too");
        assertFinds("id=in:" + one + "," + UUID.randomUUID() + only, "one");
        assertFinds("id=nonsense" + only);
        assertFinds("zzz=1" + only);
        assertFinds("os_hidden=true" + only);
        owner.patch(one, "[{\"op\":\"replace\",\"path\":\"/os_hidden\",\"value\":true}]")
                .is(200);
        assertFinds("os_hidden=true" + only, "one");
        assertFinds("os_hidden=false" + only, "two, too");
        assertFinds(only.substring(1), "two, too");
    }

    @Test
    void filters_find_what_images_show() {
        String zone = Cast.newAccountNumber();
        String only = "&zone=" + zone;
        ApiClient.idOf(owner.post(
                "/v2/images",
                "{\"name\":\"plain\",\"zone\":\"" + zone
                        + "\",\"operating_system\":\"in: Debian, 13\",\"description\":\"eq:what\"}"));
        UUID full = ApiClient.idOf(owner.post("/v2/images", "{\"name\":\"full\",\"zone\":\"" + zone + "\"}"));
        owner.put("/v2/images/" + full + "/file", DiskFiles.qcow2(1L << 30)).is(204);
        UUID staged = ApiClient.idOf(owner.post("/v2/images", "{\"name\":\"staged\",\"zone\":\"" + zone + "\"}"));
        owner.put("/v2/images/" + staged + "/stage", DiskFiles.qcow2(1L << 30)).is(204);
        JsonNode shown = owner.get("/v2/images/" + full).json();
        assertFinds("operating_system=in: Debian, 13" + only, "plain");
        assertFinds("operating_system=Debian" + only);
        assertFinds("operating_system=" + only);
        assertFinds("description=eq:what" + only, "plain");
        assertFinds("description=" + only);
        assertFinds("os_hash_algo=sha512" + only, "full");
        assertFinds("os_hash_algo=md5" + only);
        assertFinds("virtual_size=" + (1L << 30) + only, "full");
        assertFinds("virtual_size=0" + only);
        assertFinds("size=" + shown.path("size").asText() + only, "full");
        assertFinds("checksum=" + shown.path("checksum").asText() + only, "full");
        assertFinds("os_hash_value=" + shown.path("os_hash_value").asText() + only, "full");
        assertFinds("checksum=" + only);
        assertFinds("status=uploading" + only, "staged");
        assertFinds("status=queued" + only, "plain");
        assertFinds("status=in:queued,uploading" + only, "plain", "staged");
        assertFinds("status=in:" + only);
        assertFinds("container_format=" + only);
        assertEquals(
                List.of("full", "plain", "staged"),
                owner.get("/v2/images?sort=status:asc" + only)
                        .is(200)
                        .json()
                        .path("images")
                        .findValuesAsText("name"));
    }

    @Test
    void quoted_and_compared_words_are_read_as_the_peers_read_them() {
        String zone = Cast.newAccountNumber();
        String only = "&zone=" + zone;
        owner.post("/v2/images", "{\"name\":\"say \\\"hi\\\", you\",\"zone\":\"" + zone + "\"}")
                .is(201);
        owner.post("/v2/images", "{\"name\":\"eq:ubuntu:22.04\",\"zone\":\"" + zone + "\"}")
                .is(201);
        assertFinds("name=in:\"say \\\"hi\\\", you\",x" + only, "say \"hi\", you");
        assertFinds("name=eq:eq:ubuntu:22.04" + only, "eq:ubuntu:22.04");
        assertFinds("name=in:eq:ubuntu:22.04" + only, "eq:ubuntu:22.04");
        assertFinds("status=eq:queued" + only, "say \"hi\", you", "eq:ubuntu:22.04");
    }

    private void assertFinds(String query, String... names) {
        assertEquals(new TreeSet<>(List.of(names)), names(owner, query), query);
    }

    @Test
    void hidden_images_leave_the_lists_of_others_at_both_doors() {
        UUID image = cast.accepted("veiled");
        owner.patch(image, "[{\"op\":\"replace\",\"path\":\"/os_hidden\",\"value\":true}]")
                .is(200);
        assertFalse(names(consumer, "").contains("veiled"));
        assertTrue(names(consumer, "os_hidden=true").contains("veiled"));
        cast.consumer.opens("/DFW/images").is(200).doesNotSay("veiled");
        cast.producer.opens("/DFW/images").is(200).says("veiled");
        consumer.get("/v2/images/" + image).is(200);
    }

    static Set<String> names(ApiClient apiClient, String query) {
        return new TreeSet<>(apiClient
                .get("/v2/images?" + encoded(query))
                .is(200)
                .json()
                .path("images")
                .findValuesAsText("name"));
    }

    private static String encoded(String query) {
        return query.replace("\"", "%22").replace(" ", "%20").replace("\\", "%5C");
    }
}
