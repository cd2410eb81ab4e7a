package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.disk.DiskFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uploads of large, interrupted and invalid disk image files. */
@ExtendWith(BrowserEnvironmentExtension.class)
class UploadIT {

    private static final long SIZE = 2L << 30;

    private final BrowserEnvironment environment;
    private final PackagedPortal portal;
    private final ImageFolder folder;
    private final BrowserUser nora;

    UploadIT(BrowserEnvironment browserEnvironment) {
        this.environment = browserEnvironment;
        this.portal = browserEnvironment.portal();
        this.folder = browserEnvironment.folder();
        this.nora = browserEnvironment.user("nora");
    }

    @Test
    void a_large_file_comes_in_and_leaves_whole_through_little_memory() throws Exception {
        LargeDiskInputStream disk = new LargeDiskInputStream(SIZE);
        long before = folder.storedBytes();
        String image = new StreamedUpload(portal, nora, "Large image").send(disk);
        String sha512 = disk.sha512();
        assertEquals(before + SIZE, folder.storedBytes());
        nora.opens(image + "/details").sees("Large image", "raw", "2 GiB", sha512);
        nora.expands("More").follows("Export…").presses("Start export").awaits("The data is verified");
        assertEquals(sha512, downloadedDigest(nora.hrefOf("Download")));
        nora.deletes(image, "Large image").sees("is deleted");
        assertEquals(before, folder.storedBytes(), "its data is gone");
    }

    private String downloadedDigest(String link) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(portal.uri(link))
                .header("Cookie", StreamedUpload.cookieHeader(nora))
                .build();
        Sha512 digest = new Sha512();
        byte[] buffer = new byte[1 << 16];
        try (InputStream data = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            for (int read; (read = data.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.toString();
    }

    @Test
    void of_an_upload_that_breaks_off_nothing_is_left() throws Exception {
        try (Socket connection = new StreamedUpload(portal, nora, "Broken image")
                .startPartial(new LargeDiskInputStream(SIZE), 64 << 20)) {
            folder.awaitIncoming(1);
        }
        folder.awaitIncoming(0);
        nora.opens("/DFW/images").doesNotSee("Broken image");
    }

    @Test
    void a_packed_file_is_refused_and_what_was_typed_stays() throws Exception {
        nora.uploads("Packed image", gzip())
                .sees("The file is compressed or an archive (gzip)", "Unpack it first")
                .isOn("/DFW/images/uploads");
        assertEquals("Packed image", nora.fieldValue("Name"));
        folder.awaitIncoming(0);
    }

    @Test
    void an_upload_after_the_session_ended_goes_on_after_a_sign_in_in_another_tab() throws Exception {
        BrowserUser late = environment.newUser("nora").signsIn("/DFW/images/uploads");
        UploadForm form = new UploadForm(late);
        form.fill("Kept image", DiskFiles.qcow2(1L << 30)).cookies().clear();
        late.tab().button("Upload").click();
        assertThat(late.tab().all("[data-signed-out]")).isVisible();
        late.sees("You are no longer signed in, and nothing was stored.").isOn("/DFW/images/uploads");
        form.signInElsewhere("nora");
        folder.awaitIncoming(0);
        late.tab().submitFile(late.tab().button("Upload"));
        late.sees("“Kept image” is ready").deletes(late.path(), "Kept image");
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(new byte[1 << 20]);
        }
        return packed.toByteArray();
    }
}
