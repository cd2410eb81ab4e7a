package dev.handshake.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFormat;
import dev.handshake.image.Image;
import dev.handshake.task.Task;
import dev.handshake.testing.TestConfig;
import dev.handshake.web.WebConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Validity of download links, and the names of their files. */
class DownloadLinkSignerTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Task task = task("DFW", "1");

    @Test
    void a_link_is_good_for_a_quarter_of_an_hour() {
        long until = at(NOW).expiresAt(NOW.plusSeconds(86_400));
        String signature = at(NOW).sign(task, until);
        assertTrue(at(NOW.plusSeconds(899)).isValid(task, until, signature));
        assertFalse(at(NOW.plusSeconds(900)).isValid(task, until, signature));
        assertFalse(at(NOW).isValid(task, until + 1, signature));
        assertFalse(at(NOW).isValid(task, until, null));
    }

    @Test
    void it_is_never_good_for_longer_than_the_export() {
        assertEquals(NOW.getEpochSecond() + 60, at(NOW).expiresAt(NOW.plusSeconds(60)));
    }

    @Test
    void each_region_account_and_export_has_another_signature() {
        String signature = at(NOW).sign(task, 1);
        assertNotEquals(signature, at(NOW).sign(task("ORD", "1"), 1));
        assertNotEquals(signature, at(NOW).sign(task("DFW", "2"), 1));
        task.id = new UUID(1, 2);
        assertNotEquals(signature, at(NOW).sign(task, 1));
    }

    @Test
    void a_file_has_a_name_that_is_one() {
        assertEquals("web.qcow2", fileName("web"));
        assertEquals("web.qcow2", fileName("web.qcow2"));
        assertEquals("etc-passwd.qcow2", fileName("../../etc/passwd"));
        assertEquals(new UUID(0, 1) + ".qcow2", fileName("/.."));
        assertEquals(126, fileName("n".repeat(255)).length());
        assertEquals(
                "attachment; filename=\"a_b-c_.qcow2\"; filename*=UTF-8''a%C3%BCb-c%C3%A9.qcow2",
                ExportFileName.from(image("a\u00fcb\"\r\nc\u00e9")).toContentDisposition());
    }

    private static String fileName(String image) {
        return ExportFileName.from(image(image)).name();
    }

    private static Image image(String name) {
        Image image = new Image();
        image.id = new UUID(0, 1);
        image.name = name;
        image.diskFormat = DiskFormat.QCOW2;
        return image;
    }

    private static DownloadLinkSigner at(Instant now) {
        ExportConfig export = TestConfig.read(ExportConfig.class, "export.link-ttl", "15m");
        return new DownloadLinkSigner(TestConfig.read(WebConfig.class), export, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Task task(String region, String account) {
        Task task = new Task();
        task.region = region;
        task.id = new UUID(1, 1);
        task.account = account;
        return task;
    }
}
