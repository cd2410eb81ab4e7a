package dev.handshake.imagedata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.disk.SampleFile;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploads that create an image, and refused ones, which leave nothing behind. */
@PortalTest
@AlsoOnH2
class UploadTest {

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void an_uploaded_file_becomes_an_image_with_its_facts_and_hashes() throws Exception {
        byte[] file = DiskFiles.qcow2(10L << 30);
        HtmlPage page = cast.producer.uploads("DFW", "web-server", file).is(200);
        page.says("“web-server” is ready.");
        page.follows("Details").says("qcow2", "10 GiB", "import", "active", hex("SHA-512", file), hex("MD5", file));
        assertEquals(hex("SHA-512", file), hex("SHA-512", inspector.read(Cast.idOf(page))));
    }

    @Test
    void each_format_is_recognised_from_its_content() {
        assertRecognizes("qcow2", DiskFiles.qcow2(1 << 30));
        assertRecognizes("raw", DiskFiles.raw(1 << 20));
        assertRecognizes("vmdk", DiskFiles.vmdk(1 << 30));
        assertRecognizes("vhd", DiskFiles.vhd(1 << 30));
        assertRecognizes("vhdx", DiskFiles.vhdx(1 << 30));
        assertRecognizes("vdi", DiskFiles.vdi(1 << 30));
        assertRecognizes("iso", DiskFiles.iso("INSTALL"));
    }

    private void assertRecognizes(String format, byte[] file) {
        HtmlPage page =
                cast.producer.uploads("DFW", "a file of bytes", file).is(200).follows("Details");
        assertTrue(page.texts(".facts-table dd").contains(format), page.text());
    }

    @Test
    void dangerous_and_useless_files_are_refused_beside_the_field() {
        assertRefuses("The file is empty.", new byte[0]);
        assertRefuses("its backing file", DiskFiles.qcow2WithBackingFile("/etc/passwd"));
        assertRefuses("keeps its data in another file", DiskFiles.qcow2WithDataFile("/etc/passwd"));
        assertRefuses("keeps its data in other files", DiskFiles.vmdkWithExtentFile("/etc/passwd"));
        assertRefuses("depends on another file", DiskFiles.vhdWithParent(1 << 30));
        assertRefuses("archive (gzip)", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
        assertRefuses("Unpack it first: unlzma.", SampleFile.load("disk.raw.lzma"));
        assertRefuses("an HTML page, not a disk image", SampleFile.load("login.html"));
        assertRefuses("not a multiple of 512", new byte[1000]);
        assertRefuses("qcow2 file is truncated", SampleFile.load("trunc-no-l1.qcow2"));
        assertRefuses("larger than the 8 MiB", new byte[(8 << 20) + 1]);
    }

    private void assertRefuses(String why, byte[] file) {
        long before = inspector.totalCount();
        HtmlPage page = cast.producer.uploads("DFW", "typed-name", file).is(422).says(why);
        assertEquals("typed-name", page.element("#name").val());
        assertTrue(page.element("#file").hasClass("is-invalid"));
        assertEquals(before, inspector.totalCount());
        cast.producer.opens("/DFW/images?show=own").doesNotSay("typed-name");
    }

    @Test
    void a_form_without_a_file_or_with_bad_details_comes_back_as_typed() {
        cast.producer
                .send(cast.producer
                        .formPost("/DFW/images/uploads", "name", "no file")
                        .data("file", "", empty()))
                .is(422)
                .says("No file was chosen.");
        HtmlPage page = cast.producer
                .send(cast.producer
                        .formPost(
                                "/DFW/images/uploads",
                                "name",
                                "n".repeat(256),
                                "minDisk",
                                "much",
                                "description",
                                "kept")
                        .data("file", "disk.img", new ByteArrayInputStream(DiskFiles.raw(512))))
                .is(422)
                .says("Use at most 255 characters", "Enter a whole number from 0");
        assertEquals("kept", page.element("#description").val());
    }

    private static InputStream empty() {
        return InputStream.nullInputStream();
    }

    @Test
    void a_file_without_a_typed_name_is_called_as_the_file() {
        HtmlPage page = cast.producer.send(cast.producer
                .formPost("/DFW/images/uploads", "name", "")
                .data("file", "C:\\images\\debian.raw", new ByteArrayInputStream(DiskFiles.raw(512))));
        page.is(200).says("“debian.raw” is ready.");
    }

    @Test
    void the_data_never_changes_and_goes_with_the_image() throws Exception {
        UUID image = cast.image("gone");
        UUID data = inspector.dataKey(image);
        assertTrue(inspector.contains(data));
        cast.producer.posts("/DFW/images/" + image + "/deletion").is(200).says("“gone” is deleted.");
        assertFalse(inspector.contains(data));
        cast.producer.opens("/DFW/images/" + image).is(404);
    }

    @Test
    void an_image_whose_data_is_gone_can_be_seen_and_deleted() throws Exception {
        UUID image = cast.pending("hollow");
        inspector.delete(inspector.dataKey(image));
        cast.consumer.opens("/DFW/images/" + image).is(200);
        cast.producer
                .posts("/DFW/images/" + image + "/deletion", "name", "hollow")
                .is(200);
    }

    private static String hex(String algorithm, byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }
}
