package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.disk.DiskFiles;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headers that describe uploaded data must match it, or nothing is stored. */
@PortalTest
class UploadHeadersTest {

    private static final String SIZE = "x-openstack-image-size";
    private static final String STORE = "X-Image-Meta-Store";
    private static final byte[] DISK = DiskFiles.raw(4_096);

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private UUID image;
    private long before;

    @Inject
    StoreInspector inspector;

    @BeforeEach
    void createImage() {
        image = owner.creates("headed");
        before = inspector.totalCount();
    }

    @AfterEach
    void assertStillQueued() {
        assertEquals(before, inspector.totalCount());
        assertEquals("queued", owner.imageStatus(image));
        upload("file", whole(), SIZE, "4096", STORE, "images").is(204);
        assertArrayEquals(
                DISK, owner.get("/v2/images/" + image + "/file").is(200).bytes());
    }

    @Test
    void a_part_of_the_data_is_refused() {
        for (String part :
                List.of("bytes 0-4095/4096", "bytes 0-4095/8192", "bytes 4096-8191/*", "bytes */4096", "x")) {
            assertUploadRefused("Content-Range", part);
        }
    }

    @Test
    void a_size_that_is_none_is_refused() {
        for (String size : List.of("x", "", "-1", "-4096", "4096.0", "1e3", "0x1000", "4 096", "4096, 4096")) {
            assertUploadRefused(SIZE, size);
        }
        assertUploadRefused(SIZE, "9".repeat(30));
    }

    @Test
    void another_size_than_comes_is_refused() {
        for (String size : List.of("0", "1", "4095", "4097", "9223372036854775807")) {
            assertUploadRefused(SIZE, size);
        }
    }

    @Test
    void an_unknown_store_is_refused_for_an_upload() {
        for (String store : List.of("ceph", "", "Images", "images,ceph")) {
            assertUploadRefused(STORE, store);
        }
    }

    @Test
    void an_unknown_store_is_refused_for_an_import() {
        String uri = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + FakeMirror.urlOf("/raw/512") + "\"}";
        for (String more : List.of(
                "\"stores\":[\"ceph\"]",
                "\"stores\":[\"images\",\"ceph\"]",
                "\"stores\":[]",
                "\"stores\":\"images\"",
                "\"stores\":[1]",
                "\"stores\":null",
                "\"all_stores\":\"yes\"",
                "\"all_stores\":true,\"stores\":[\"images\"]")) {
            imports(uri + "," + more + "}").is(400);
        }
        imports(uri + "}", STORE, "ceph").is(400);
        imports(uri + ",\"stores\":[\"images\"]}", STORE, "images").is(400);
        imports(uri + ",\"all_stores\":true}", STORE, "images").is(400);
    }

    @Test
    void the_store_that_there_is_is_taken_for_an_import() {
        for (String more :
                List.of("\"stores\":[\"images\"]", "\"all_stores\":true,\"all_stores_must_succeed\":false")) {
            UUID staged = owner.creates("staged");
            owner.put("/v2/images/" + staged + "/stage", DISK).is(204);
            owner.post("/v2/images/" + staged + "/import", "{\"method\":{\"name\":\"glance-direct\"}," + more + "}")
                    .is(202);
            owner.delete("/v2/images/" + staged).is(204);
        }
    }

    private ApiClient.ApiResponse imports(String body, String... headers) {
        return owner.post("/v2/images/" + image + "/import", body, headers);
    }

    private void assertUploadRefused(String header, String value) {
        for (String where : List.of("file", "stage")) {
            upload(where, whole(), header, value).is(400);
            upload(where, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(DISK)), header, value)
                    .is(400);
        }
    }

    private static BodyPublisher whole() {
        return BodyPublishers.ofByteArray(DISK);
    }

    private ApiClient.ApiResponse upload(String where, BodyPublisher data, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/octet-stream";
        return owner.send("PUT", "/v2/images/" + image + "/" + where, data, all);
    }
}
