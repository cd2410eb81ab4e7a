package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.abuse.OperatorFixture;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.OfferForm;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms refuse invisible characters in text. */
@PortalTest
class HiddenCharacterFormTest {

    private static final String MIRRORED = "gol\u202eden";
    private static final String REASON = "U+202E";

    /** Fields that accept only numbers, ids or known values, or are not stored. */
    private static final Set<String> NO_TEXT =
            Set.of("q", "minDisk", "minRam", "numbers", "number", "image", "address", "url", "confirmation", "keys");

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final TestUser operator = OperatorFixture.create();

    /** A form submission for each text field, by field. */
    private final Map<String, List<FormSubmission>> submissions = new LinkedHashMap<>();

    private record FormSubmission(TestUser person, String path, String[] form) {}

    private UUID image;

    @BeforeEach
    void forms() {
        image = cast.pending("plain");
        UUID server = cast.server(cast.producer, image, "plain");
        String details = "/DFW/images/" + image + "/details";
        for (String field : List.of("name", "description", "operatingSystem", "tags")) {
            add(field, cast.producer, details, "name", "x");
            add(field, cast.producer, "/DFW/imports", "name", "x", "address", "http://127.0.0.1/x");
        }
        add(
                "name",
                cast.producer,
                "/DFW/servers",
                "image",
                "" + image,
                "flavor",
                "small",
                "server",
                "" + UUID.randomUUID());
        add("name", cast.producer, "/DFW/servers/" + server + "/snapshots", "snapshot", "" + UUID.randomUUID());
        add("label", cast.producer, "/DFW/images/" + image + "/offers/" + cast.consumer.account + "/label");
        for (String field : List.of("note", "contact")) {
            add(field, cast.producer, OfferForm.PATH, OfferForm.fields(image, "4711"));
            add(field, cast.producer, "/DFW/images/" + image + "/offers/" + cast.consumer.account + "/note");
        }
        String[] report = {"image", "" + image, "ground", "error"};
        add("words", cast.consumer, "/DFW/reports", report);
        UUID reported = cast.pending("reported");
        String desk = cast.consumer
                .posts("/DFW/reports", "image", "" + reported, "ground", "error", "words", "x")
                .is(200)
                .path()
                .replace("reports", "abuse-reports");
        add("why", operator, desk + "/suspension");
        add("answer", operator, desk + "/closure");
    }

    private void add(String field, TestUser testUser, String path, String... form) {
        submissions
                .computeIfAbsent(field, any -> new java.util.ArrayList<>())
                .add(new FormSubmission(testUser, path, form));
    }

    @Test
    void no_form_takes_what_does_not_show() {
        submissions.forEach((field, all) -> all.forEach(each -> {
            String[] form = Stream.concat(
                            fieldPairs(each.form)
                                    .filter(pair -> !pair[0].equals(field))
                                    .flatMap(Stream::of),
                            Stream.of(field, MIRRORED))
                    .toArray(String[]::new);
            HtmlPage page = each.person.posts(each.path, form);
            assertTrue(Set.of(400, 422).contains(page.status()), () -> field + " at " + each.path + ": " + page.text());
            page.says(REASON);
        }));
        assertTrue(Set.of(400, 422)
                .contains(cast.producer
                        .uploads("DFW", MIRRORED, Cast.uniqueDiskFile())
                        .status()));
        assertFalse(owner.get("/v2/images?limit=1000").text().contains("\u202e"));
    }

    private static Stream<String[]> fieldPairs(String[] form) {
        return java.util.stream.IntStream.range(0, form.length / 2).mapToObj(each ->
                new String[] {form[2 * each], form[2 * each + 1]});
    }

    /** Fails for new fields: add a submission for them here. */
    @Test
    void every_text_field_of_the_templates_is_tried() throws IOException {
        Pattern field = Pattern.compile(
                "<(?:textarea|input)(?![^>]*type=\"(?:hidden|checkbox|radio|file|search|date)\")[^>]*\\bname=\"(\\w+)\"");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                field.matcher(Files.readString(each)).results().forEach(hit -> found.add(hit.group(1)));
            }
        }
        found.removeAll(NO_TEXT);
        assertEquals(new TreeSet<>(submissions.keySet()), found);
    }
}
