package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maximum input lengths, with characters that take the most space when stored. */
@PortalTest
@AlsoOnH2
class MaxLengthImportTest {

    private final Cast cast = new Cast();

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\ud83d\ude00", "a\ud83d\ude00", "\u00fc"})
    void the_longest_good_import_comes_by_the_form(String text) {
        String address = longestUrl(text);
        HtmlPage begun = cast.producer
                .opens("/DFW/imports/new")
                .presses(
                        "Import",
                        "address",
                        address,
                        "name",
                        fill(text, 255),
                        "description",
                        fill(text, 2_000),
                        "operatingSystem",
                        fill(text, 64))
                .is(200);
        HtmlPage over = TaskPage.awaitFinished(cast.producer, begun);
        assertEquals("Completed", TaskPage.state(over), over.text());
        assertEquals(address, over.element(".facts-table code").text());
        HtmlPage image = over.follows("View image").is(200).follows("Details").is(200);
        image.says(fill(text, 2_000));
        HtmlPage again = cast.producer
                .opens("/DFW/imports/new?again=" + TaskPage.taskId(begun))
                .is(200);
        assertEquals(address, again.element("#address").val());
        cast.producer.opens("/DFW/imports").is(200).says(fill(text, 255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\ud83d\ude00", "a\ud83d\ude00", "\u00fc"})
    void the_longest_good_import_comes_by_the_api(String text) throws Exception {
        ApiClient owner = ApiClient.forUser(cast.producer);
        UUID image = owner.creates("long");
        String address = longestUrl(text);
        String body =
                new ObjectMapper().writeValueAsString(Map.of("method", Map.of("name", "web-download", "uri", address)));
        owner.post("/v2/images/" + image + "/import", body).is(202);
        var task = Eventually.get(
                () -> owner.get("/v2/images/" + image + "/tasks").is(200).json().at("/tasks/0"),
                now -> List.of("success", "failure").contains(now.path("status").asText()));
        assertEquals("success", task.path("status").asText(), task.toString());
        assertEquals(address, task.at("/input/import_req/method/uri").asText());
    }

    /** A URL of 8,000 characters. */
    private static String longestUrl(String text) {
        String start = FakeMirror.urlOf("/raw/512?x=");
        return start + fill(text, 8_000 - start.length());
    }

    private static String fill(String text, int length) {
        String whole = text.repeat(length / text.length());
        return whole + "b".repeat(length - whole.length());
    }
}
