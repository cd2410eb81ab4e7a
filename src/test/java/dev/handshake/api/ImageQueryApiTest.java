package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.FakeKeystone;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import dev.handshake.disk.DiskFiles;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The image list of the API: whose images, and which of them. */
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
}
