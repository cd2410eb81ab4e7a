package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Snapshots of volume-backed servers, for which the compute service uploads an empty file. */
@PortalTest
class VolumeBackedSnapshotTest {

    private static final byte[] NOTHING = new byte[0];
    private static final String MAPPING =
            "[{\\\"source_type\\\":\\\"snapshot\\\",\\\"snapshot_id\\\":\\\"5\\\",\\\"boot_index\\\":0}]";

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Inject
    StoreInspector inspector;

    private UUID createSnapshot(String mapping, String format) {
        return ApiClient.idOf(owner.post(
                "/v2/images",
                "{\"name\":\"volumes\",\"bdm_v2\":\"True\",\"root_device_name\":\"/dev/vda\",\"container_format\":\"bare\","
                        + "\"disk_format\":" + format + ",\"block_device_mapping\":\"" + mapping + "\"}"));
    }

    @Test
    void an_empty_upload_makes_it_active_with_size_0() {
        for (String format : List.of("\"qcow2\"", "\"raw\"", "null")) {
            UUID image = createSnapshot(MAPPING, format);
            owner.put("/v2/images/" + image + "/file", NOTHING).is(204);
            JsonNode shown = owner.get("/v2/images/" + image).is(200).json();
            assertEquals("active", shown.path("status").asText());
            assertEquals(0, shown.path("size").asLong(-1));
            assertEquals(
                    format.equals("null") ? "raw" : format.replace("\"", ""),
                    shown.path("disk_format").asText());
            assertEquals(
                    "d41d8cd98f00b204e9800998ecf8427e", shown.path("checksum").asText());
            owner.put("/v2/images/" + image + "/file", DiskFiles.raw(512)).is(409);
            ApiClient.ApiResponse data =
                    owner.get("/v2/images/" + image + "/file").is(200);
            assertEquals(0, data.bytes().length);
            assertEquals("0", data.header("Content-Length"));
            ApiClient.ApiResponse none = owner.get("/v2/images/" + image + "/file", "Range", "bytes=0-")
                    .is(416);
            assertEquals("bytes */0", none.header("Content-Range"));
            cast.producer.opens("/DFW/images/" + image).is(200).says("volumes");
        }
    }

    @Test
    void it_is_staged_shared_and_deleted_like_any_other() {
        UUID image = createSnapshot(MAPPING, "\"qcow2\"");
        owner.put("/v2/images/" + image + "/stage", NOTHING).is(204);
        owner.post("/v2/images/" + image + "/import", "{\"method\":{\"name\":\"glance-direct\"}}")
                .is(202);
        owner.offers(image, cast.consumer.account).is(200);
        ApiClient consumer = ApiClient.forUser(cast.consumer);
        consumer.decides(image, cast.consumer.account, "accepted").is(200);
        consumer.get("/v2/images/" + image + "/file").is(200);
        cast.startsServer(cast.consumer, image, "vm").is(200);
        owner.delete("/v2/images/" + image).is(204);
    }

    @Test
    void every_other_empty_upload_is_refused() {
        long before = inspector.totalCount();
        for (String mapping : List.of("", " ", "[]", "[ ]")) {
            UUID image = createSnapshot(mapping, "\"raw\"");
            owner.put("/v2/images/" + image + "/file", NOTHING).is(400);
            owner.put("/v2/images/" + image + "/stage", NOTHING).is(400);
            assertEquals(
                    "queued",
                    owner.get("/v2/images/" + image).json().path("status").asText());
        }
        owner.put("/v2/images/" + owner.creates("plain") + "/file", NOTHING).is(400);
        assertEquals(before, inspector.totalCount());
    }

    @Test
    void what_is_not_empty_is_read_as_ever() {
        UUID image = createSnapshot(MAPPING, "\"qcow2\"");
        owner.put("/v2/images/" + image + "/file", DiskFiles.raw(512)).is(400);
        owner.put("/v2/images/" + image + "/file", DiskFiles.qcow2(1L << 30)).is(204);
    }
}
