package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refused imports, with a reason the user can act on and nothing left behind. */
@PortalTest
class ImportRefusalsTest {

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void a_file_that_does_not_come_or_is_none_leaves_a_reason_and_nothing_else() {
        long before = inspector.totalCount();
        assertFails("/status/404", "127.0.0.77 answered 404");
        assertFails("/status/500", "answered 500");
        assertFails("/cut/100000", "closed the connection after 48.8 KiB. Nothing was stored; try again.");
        assertFails("/silent", "127.0.0.77 does not respond");
        assertFails("/raw/0", "127.0.0.77 answered 200", "The file is empty");
        assertFails("/chunked/0", "The file is empty");
        assertFails("/backed.qcow2", "depends on another file (its backing file)");
        assertFails("/sample/login.html", "The file is an HTML page, not a disk image. The URL leads to a web page");
        assertFails("/sample/disk.raw.Z", "archive (compress)");
        assertFails("/sample/vhd-dyn-trunc.vhd", "The vhd file is truncated");
        assertFails("/raw/1000", "not a multiple of 512");
        assertFails("/raw/9000000", "larger than the 8 MiB");
        assertFails("/chunked/9000000", "larger than the 8 MiB");
        assertFails("/to?ftp://127.0.0.77/x", "Only http and https");
        assertFails("/to?http://user:secret@127.0.0.77/x", "contains a user name or password");
        assertFails("/to?http://127.0.0.77:81/x", "does not connect to port 81");
        assertEquals(before, inspector.totalCount());
        cast.producer.opens("/DFW/images?show=own").says("No images yet");
    }

    private void assertFails(String path, String... eitherOf) {
        HtmlPage over = ImportFormPage.submitAndAwait(cast.producer, "not to come", FakeMirror.urlOf(path));
        assertEquals("Failed", TaskPage.state(over));
        assertFalse(List.of(eitherOf).stream().noneMatch(over.text()::contains), () -> path + ": " + over.text());
    }

    @Test
    void nothing_inside_is_reached_directly() {
        for (String host : List.of(
                "127.0.0.1",
                "127.1.2.3",
                "localhost",
                "localhost.",
                "ip6-localhost",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "168.63.129.16",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:10.0.0.1]",
                "[::127.0.0.1]",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:1::1]",
                "[ff02::1]",
                "no-such-name.invalid")) {
            HtmlPage over = ImportFormPage.submitAndAwait(cast.producer, "inside", FakeMirror.internalUrl(host));
            assertEquals("Failed", TaskPage.state(over));
            over.says("has no address that this portal connects to");
        }
        assertEquals(0, FakeMirror.internalRequestCount());
    }

    @Test
    void nothing_inside_is_reached_by_being_led_there() {
        for (String host : List.of("127.0.0.1", "localhost", "169.254.169.254", "[::ffff:127.0.0.1]")) {
            HtmlPage over = ImportFormPage.submitAndAwait(
                    cast.producer, "led", FakeMirror.urlOf("/to?" + FakeMirror.internalUrl(host)));
            over.says("Failed", "has no address that this portal connects to");
        }
        for (String odd : List.of("2130706433", "0x7f000001", "017700000001", "127.1", "0177.0.0.1", "0x7f.0.0.1")) {
            HtmlPage over = ImportFormPage.submitAndAwait(
                    cast.producer, "led", FakeMirror.urlOf("/to?" + FakeMirror.internalUrl(odd)));
            over.says("Failed", "an unusual spelling of an IP address");
        }
        assertEquals(0, FakeMirror.internalRequestCount());
    }

    @Test
    void what_is_no_address_comes_back_with_the_form() {
        for (String typed : List.of(
                "",
                "nothing",
                "/etc/passwd",
                "file:///etc/passwd",
                "ftp://127.0.0.77/x",
                "http://",
                "http:///x",
                "http://a b/",
                "http://user@127.0.0.77/",
                "http://127.0.0.77:81/x",
                "http://127.0.0.77:99999/x",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://1.2.3.4./",
                "http://%31%32%37.0.0.1/",
                "http://[fe80::1%25eth0]/",
                "http://\u2460\u2461\u2466.0.0.1/",
                "javascript:alert(1)",
                "http://x/" + "y".repeat(8_000))) {
            HtmlPage again =
                    ImportFormPage.submit(cast.producer, "typed", typed).is(422);
            assertEquals("typed", again.element("#name").val());
            assertFalse(again.texts("#address-error").isEmpty(), typed);
        }
        cast.producer.opens("/DFW/imports").says("No imports yet");
    }

    @Test
    void markup_stays_text_and_malformed_posts_are_answered() {
        String markup = "<script>alert(1)</script>\"'{name}";
        HtmlPage over =
                ImportFormPage.submitAndAwait(cast.producer, markup, FakeMirror.urlOf("/status/404?%3Cscript%3E"));
        over.says(markup).doesNotSay("<script>alert");
        cast.producer.opens("/DFW/imports").says(markup).doesNotSay("<script>alert");
        ImportFormPage.submit(cast.producer, "n".repeat(256), FakeMirror.urlOf("/raw/512"))
                .is(422)
                .says("Use at most 255");
        cast.producer
                .posts("/DFW/imports", "id", "none", "name", "x", "address", FakeMirror.urlOf("/raw/512"))
                .is(400);
        cast.producer.posts("/DFW/imports").is(422);
        cast.producer.opens("/DFW/imports/none").is(404);
        cast.producer.opens("/DFW/imports?marker=none").is(400);
        cast.producer.opens("/DFW/imports/new?again=none").is(404);
        cast.producer
                .send(cast.producer
                        .formPost("/DFW/imports", "name", "x", "address", FakeMirror.urlOf("/raw/512"))
                        .header("Origin", "https://elsewhere.example"))
                .is(403);
    }
}
