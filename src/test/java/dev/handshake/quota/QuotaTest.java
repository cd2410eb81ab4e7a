package dev.handshake.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Page;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.Rush;
import dev.handshake.Script;
import dev.handshake.Surroundings;
import dev.handshake.account.AccountNumbers;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFiles;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.server.Server;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The quotas that the tests' settings give to the accounts 8800001 to 8800005: 5 images, 1 MiB, 2 snapshots, 3 servers.
 */
@PortalTest
class QuotaTest {

    private static final int THREADS = 12;
    private static final int ROUNDS = Surroundings.isPostgres() ? 20 : 5;
    private static final byte[] HALF = DiskFiles.raw(512 << 10);

    private final Cast cast = new Cast();
    private final Rush concurrent = new Rush();

    @Inject
    QuotaService quotas;

    @Inject
    AccountNumbers numbers;

    @AfterEach
    void closeRequests() {
        concurrent.close();
    }

    private static Person usage(String account) {
        return Cast.person("Quinn", account, Role.ADMIN);
    }

    @Test
    void no_more_images_than_allowed_come_by_any_door() {
        Person owner = usage("8800002");
        Script script = Script.of(owner);
        deleteEverything(script);
        IntStream.range(0, 4).forEach(each -> script.creates("image-" + each));
        owner.opens("/DFW/images/uploads").is(200).says("Your account has 4 of 5 images");
        owner.opens("/DFW/imports/new").is(200).says("Your account has 4 of 5 images");
        owner.brings("DFW", "fifth", HALF).is(200);
        Script.Answer refused =
                script.post("/v2/images", "{\"name\": \"sixth\"}").is(413);
        assertTrue(refused.text().contains("quota") && refused.text().contains("5 of 5 images"), refused.text());
        owner.brings("DFW", "sixth", HALF).is(422).says("quota in DFW", "5 of 5 images");
        owner.posts("/DFW/imports", "name", "sixth", "address", "https://example.com/x.raw")
                .is(422)
                .says("5 of 5 images");
        assertEquals(5, Image.count("owner", owner.account));
        Script other = Script.of(Cast.person("Quinn", owner.account, Role.ADMIN));
        other.post("/ORD/v2/images", "{\"name\": \"elsewhere\"}").is(201);
        deleteEverything(script);
        script.creates("again");
    }

    @Test
    void what_others_share_counts_for_its_owner_alone() {
        Person member = usage("8800001");
        for (int each = 0; each < 7; each++) {
            UUID image = cast.image("shared-" + each);
            cast.offers(image, member.account);
            Script.of(member).decides(image, member.account, "accepted").is(200);
        }
        Script.of(member).creates("own");
        var usage = Script.of(member).get("/v2/info/usage").is(200).json().path("usage");
        assertEquals(1, usage.path("image_count_total").path("usage").asInt());
        assertEquals(0, usage.path("image_size_total").path("usage").asInt());
    }

    @Test
    void the_api_says_how_much_is_used_as_the_images_api_does() {
        Person owner = usage("8800003");
        Script script = Script.of(owner);
        deleteEverything(script);
        UUID image = script.creates("data");
        script.put("/v2/images/" + image + "/stage", DiskFiles.raw(1 << 20)).is(204);
        assertEquals(
                "{\"usage\":{\"image_size_total\":{\"usage\":1,\"limit\":1},"
                        + "\"image_stage_total\":{\"usage\":1,\"limit\":-1},"
                        + "\"image_count_total\":{\"usage\":1,\"limit\":5000},"
                        + "\"image_count_uploading\":{\"usage\":0,\"limit\":-1}}}",
                script.get("/v2/info/usage").is(200).text());
        owner.opens("/account").is(200).says("1 of 5000", "1 of 1 MiB");
        deleteEverything(script);
    }

    @Test
    void no_more_bytes_than_allowed_come_by_any_door() {
        Person owner = usage("8800003");
        Script script = Script.of(owner);
        deleteEverything(script);
        owner.brings("DFW", "half", HALF).is(200);
        owner.opens("/DFW/images/uploads").says("512 KiB of 1 MiB");
        byte[] more = DiskFiles.raw((512 << 10) + 512);
        owner.brings("DFW", "more", more).is(422).says("quota in DFW", "512 KiB of 1 MiB");
        UUID image = script.creates("filled");
        script.put("/v2/images/" + image + "/file", more).is(413);
        script.put("/v2/images/" + image + "/stage", more).is(413);
        assertEquals(
                "queued",
                script.get("/v2/images/" + image).json().path("status").asText());
        script.put("/v2/images/" + image + "/file", HALF).is(204);
        owner.brings("DFW", "any", DiskFiles.raw(512)).is(422).says("1 of 1 MiB");
        UUID server = cast.server(owner, image, "source");
        owner.opens("/DFW/servers/" + server).presses("Take a snapshot").is(422).says("quota in DFW", "1 of 1 MiB");
        script.post("/DFW/servers/" + server + "/snapshots", "{\"data\": \"as-started\"}")
                .is(413);
        UUID queued = Script.id(script.post("/DFW/servers/" + server + "/snapshots", "{}"));
        script.put("/v2/images/" + queued + "/file", DiskFiles.raw(512)).is(413);
        deleteEverything(script);
    }

    @Test
    void bytes_are_refused_while_they_arrive() {
        var arriving = quotas.precheck("8800003", "ORD", QuotaAmounts.image(1));
        arriving.accept(1 << 20);
        assertThrows(RefusedException.class, () -> arriving.accept((1 << 20) + 1));
    }

    @Test
    void no_more_servers_and_snapshots_than_allowed() {
        Person owner = usage("8800005");
        UUID image = cast.image(owner, "source");
        IntStream.range(0, 3).forEach(each -> cast.server(owner, image, "server-" + each));
        Page refused = cast.starts(owner, image, "fourth").is(422).says("quota in DFW", "3 of 3 servers");
        assertEquals("fourth", refused.first("#name").val());
        String order = "{\"name\": \"fourth\", \"image\": \"" + image + "\", \"flavor\": \"small\"}";
        Script.of(owner).post("/DFW/servers", order).is(413);
        Server one = Server.<Server>find("account", owner.account).firstResult();
        Script.of(owner).delete("/DFW/servers/" + one.id).is(204);
        owner.opens("/DFW/servers/new?image=" + image).says("Your account has 2 of 3 servers");
        Script.of(owner).post("/DFW/servers", order).is(201);

        Person snapper = usage("8800004");
        UUID server = cast.server(snapper, cast.image(snapper, "source"), "origin");
        IntStream.range(0, 2)
                .forEach(each -> snapper.opens("/DFW/servers/" + server)
                        .presses("Take a snapshot")
                        .is(200));
        snapper.opens("/DFW/servers/" + server)
                .says("2 of 2 snapshots")
                .presses("Take a snapshot")
                .is(422)
                .says("quota in DFW");
        Script.of(snapper).post("/DFW/servers/" + server + "/snapshots", "{}").is(413);
        Script.of(snapper).creates("no snapshot");
    }

    @Test
    void of_many_images_at_once_exactly_as_many_as_allowed_are_made() throws Exception {
        Script script = Script.of(usage("8800002"));
        for (int round = 0; round < ROUNDS; round++) {
            deleteEverything(script);
            assertExactly(5, 201, each -> () -> script.post("/v2/images", "{\"name\": \"raced\"}"), script);
            assertEquals(5, Image.count("region = 'DFW' and owner = ?1", "8800002"));
        }
    }

    @Test
    void of_many_files_at_once_exactly_as_many_bytes_as_allowed_are_kept() throws Exception {
        Script script = Script.of(usage("8800003"));
        for (int round = 0; round < ROUNDS; round++) {
            deleteEverything(script);
            List<UUID> images = IntStream.range(0, 8)
                    .mapToObj(each -> script.creates("raced"))
                    .toList();
            List<Callable<Rush.Answer>> calls = new ArrayList<>();
            images.forEach(image -> calls.add(script.rushing(() -> script.put("/v2/images/" + image + "/file", HALF))));
            List<Integer> statuses = concurrent.all(calls).stream()
                    .map(Rush.Answer::status)
                    .sorted()
                    .toList();
            assertEquals(List.of(204, 204, 413, 413, 413, 413, 413, 413), statuses);
        }
        deleteEverything(script);
    }

    @Test
    void of_many_servers_at_once_exactly_as_many_as_allowed_start() throws Exception {
        Person owner = usage("8800006");
        Script script = Script.of(owner);
        UUID own = cast.image(owner, "own");
        UUID shared = cast.image("shared");
        cast.offers(shared, owner.account);
        for (int round = 0; round < ROUNDS; round++) {
            assertExactly(
                    3,
                    201,
                    each -> () -> script.post(
                            "/DFW/servers",
                            "{\"name\": \"raced\", \"flavor\": \"small\", \"image\": \""
                                    + (each % 2 == 0 ? own : shared) + "\"}"),
                    script);
            List<Server> made = Server.list("account = ?1 and deletedAt is null", owner.account);
            assertEquals(3, made.size());
            made.forEach(each -> script.delete("/DFW/servers/" + each.id).is(204));
        }
    }

    private void assertExactly(int most, int made, Function<Integer, Callable<Script.Answer>> call, Script script)
            throws Exception {
        List<Callable<Rush.Answer>> calls = IntStream.range(0, THREADS)
                .mapToObj(each -> script.rushing(call.apply(each)))
                .toList();
        List<Integer> statuses =
                concurrent.all(calls).stream().map(Rush.Answer::status).toList();
        assertEquals(most, statuses.stream().filter(each -> each == made).count(), statuses::toString);
        assertEquals(
                THREADS - most, statuses.stream().filter(each -> each == 413).count(), statuses::toString);
    }

    /** Deletes all servers and images that the script's account has in DFW. */
    private static void deleteEverything(Script script) {
        var images = script.get("/v2/images?visibility=all&limit=1000")
                .is(200)
                .json()
                .path("images");
        String own = script.get("/v2/account").json().path("account").asText();
        images.forEach(each -> {
            if (each.path("owner").asText().equals(own)) {
                script.delete("/v2/images/" + each.path("id").asText()).is(204);
            }
        });
    }

    @Test
    void numbers_read_as_people_say_them() {
        assertEquals("37 of 50 images", Quota.IMAGES.formatUsage(37, 50));
        assertEquals("212 of 500 GiB", Quota.STORAGE.formatUsage(212L << 30, 500L << 30));
        assertEquals("512 KiB of 500 GiB", Quota.STORAGE.formatUsage(512L << 10, 500L << 30));
        assertEquals("0 of 500 GiB", Quota.STORAGE.formatUsage(0, 500L << 30));
    }

    @Test
    void settings_that_make_no_sense_stop_the_start() {
        assertEquals(0, limits("images", "0").forAccount("4711").images());
        assertEquals(
                7, limits("accounts.\"4711\".images", "7").forAccount("4711").images());
        assertEquals(
                3, limits("accounts.\"4711\".images", "7").forAccount("4712").images());
        assertInvalidSetting("images", "-1");
        assertInvalidSetting("accounts.\"4711\".servers", "-1");
        assertInvalidSetting("accounts.\"no number\".servers", "1");
    }

    private void assertInvalidSetting(String setting, String value) {
        String said = assertThrows(IllegalArgumentException.class, () -> limits(setting, value))
                .getMessage();
        assertTrue(said.startsWith("handshake.quota." + setting.replaceAll("(\").*", "$1")), said);
    }

    private QuotaLimits limits(String setting, String value) {
        Map<String, String> settings =
                new HashMap<>(Map.of("images", "3", "storage", "0", "snapshots", "0", "servers", "0"));
        settings.put(setting, value);
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(QuotaConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter());
        settings.forEach((name, each) -> builder.withDefaultValue("handshake.quota." + name, each));
        return new QuotaLimits(builder.build().getConfigMapping(QuotaConfig.class), numbers);
    }
}
