package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downloads with conditional and range headers (RFC 9110, sections 13 and 14). */
@PortalTest
@AlsoOnH2
class ConditionalDownloadTest {

    private static final byte[] DISK = DiskFiles.raw(8_192);

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private UUID image;
    private String file;
    private String tag;

    @BeforeEach
    void uploadImage() {
        image = owner.creates("conditional");
        file = "/v2/images/" + image + "/file";
        owner.put(file, DISK).is(204);
        tag = owner.get(file).is(200).header("ETag");
    }

    @Test
    void data_has_a_strong_tag_that_other_data_has_not() {
        assertEquals(tag, owner.get(file, "Range", "bytes=0-9").is(206).header("ETag"));
        assertEquals('"', tag.charAt(0));
        UUID other = owner.creates("other");
        owner.put("/v2/images/" + other + "/file", DiskFiles.raw(512)).is(204);
        assertNotEquals(tag, owner.get("/v2/images/" + other + "/file").is(200).header("ETag"));
    }

    @Test
    void if_match_sends_only_what_it_names() {
        for (String yes : List.of(tag, "*", "\"x\", " + tag, tag + ",\"x\"", " , " + tag)) {
            assertArrayEquals(DISK, owner.get(file, "If-Match", yes).is(200).bytes());
            owner.get(file, "If-Match", yes, "Range", "bytes=0-9").is(206);
        }
        for (String no : List.of("\"x\"", "W/" + tag, tag.replace("\"", ""), "", "\"x\", \"y\"")) {
            owner.get(file, "If-Match", no).is(412);
            owner.get(file, "If-Match", no, "Range", "bytes=0-9").is(412);
        }
    }

    @Test
    void if_none_match_sends_nothing_that_is_known() {
        for (String yes : List.of(tag, "*", "W/" + tag, "\"x\", " + tag)) {
            for (String range : List.of("bytes=0-9", "bytes=9999-", "x")) {
                ApiClient.ApiResponse known =
                        owner.get(file, "If-None-Match", yes, "Range", range).is(304);
                assertEquals(tag, known.header("ETag"));
                assertEquals(0, known.bytes().length);
            }
        }
        for (String no : List.of("\"x\"", tag.replace("\"", ""), "")) {
            assertArrayEquals(DISK, owner.get(file, "If-None-Match", no).is(200).bytes());
        }
        owner.get(file, "If-Match", "\"x\"", "If-None-Match", tag).is(412);
        owner.get(file, "If-Match", tag, "If-None-Match", tag).is(304);
    }

    @Test
    void if_range_gives_a_part_only_of_what_it_names() {
        assertArrayEquals(
                Arrays.copyOf(DISK, 10),
                owner.get(file, "Range", "bytes=0-9", "If-Range", tag).is(206).bytes());
        for (String no : List.of("\"x\"", "W/" + tag, "Sun, 29 Nov 2026 08:00:00 GMT", "")) {
            assertArrayEquals(
                    DISK,
                    owner.get(file, "Range", "bytes=0-9", "If-Range", no)
                            .is(200)
                            .bytes());
            owner.get(file, "Range", "bytes=9999-", "If-Range", no).is(200);
        }
        owner.get(file, "Range", "bytes=9999-", "If-Range", tag).is(416);
    }

    @Test
    void a_range_beyond_the_data_is_told_its_size() {
        for (String none : List.of("bytes=8192-", "bytes=-0", "bytes=9999-99999", "bytes=" + "9".repeat(30) + "-")) {
            ApiClient.ApiResponse apiResponse = owner.get(file, "Range", none).is(416);
            assertEquals("bytes */8192", apiResponse.header("Content-Range"));
            assertNull(apiResponse.header("Content-MD5"));
        }
    }

    @Test
    void the_forms_of_a_range_are_known() {
        assertRange("bytes=-1", 8_191, 8_192);
        assertRange("bytes=-8191", 1, 8_192);
        assertRange("bytes=1-", 1, 8_192);
        assertRange("Bytes=0-0", 0, 1);
        assertRange("bytes=8191-8191", 8_191, 8_192);
        assertRange("bytes=1-" + "9".repeat(30), 1, 8_192);
        for (String whole :
                List.of("bytes=-9000", "bytes=-" + "9".repeat(30), "bytes=0-", "bytes=", "bytes", "bytes=a-b")) {
            assertArrayEquals(DISK, owner.get(file, "Range", whole).is(200).bytes());
        }
    }

    private void assertRange(String range, int from, int to) {
        ApiClient.ApiResponse part = owner.get(file, "Range", range).is(206);
        assertArrayEquals(Arrays.copyOfRange(DISK, from, to), part.bytes());
        assertEquals("bytes " + from + "-" + (to - 1) + "/8192", part.header("Content-Range"));
        assertEquals(String.valueOf(to - from), part.header("Content-Length"));
    }

    @Test
    void conditions_tell_a_stranger_nothing() {
        ApiClient stranger = ApiClient.forUser(cast.stranger);
        stranger.get(file, "If-Match", "\"x\"").is(404);
        stranger.get(file, "If-None-Match", tag).is(404);
        stranger.get(file, "Range", "bytes=9999-").is(404);
        ApiClient consumer = ApiClient.forUser(cast.consumer);
        owner.offers(image, cast.consumer.account).is(200);
        consumer.get(file, "If-None-Match", tag).is(304);
        consumer.get(file, "If-Match", "\"x\"").is(412);
    }

    @Test
    void where_there_is_no_data_nothing_matches() {
        String hollow = "/v2/images/" + owner.creates("hollow") + "/file";
        owner.get(hollow, "If-None-Match", "*").is(204);
        owner.get(hollow, "If-Match", "*").is(412);
        owner.get(hollow, "If-Match", tag).is(412);
    }
}
