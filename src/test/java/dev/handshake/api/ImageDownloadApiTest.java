package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Downloading image data: whole or in part, and by whom. */
@PortalTest
@AlsoOnH2
class ImageDownloadApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void an_image_without_data_has_none_to_give() {
        UUID image = owner.creates("hollow");
        assertEquals(0, owner.get(file(image)).is(204).bytes().length);
    }

    @Test
    void parts_of_the_data_are_given() {
        byte[] disk = DiskFiles.raw(204_800);
        UUID image = uploaded(disk);
        assertRange(image, "bytes=0-9", disk, 0, 10);
        assertRange(image, "bytes=100000-", disk, 100_000, 204_800);
        assertRange(image, "bytes=-5", disk, 204_795, 204_800);
        assertRange(image, "bytes=204799-400000", disk, 204_799, 204_800);
        for (String none : List.of("bytes=204800-", "bytes=9-3", "bytes=-0")) {
            owner.get(file(image), "Range", none).is(416);
        }
        for (String whole : List.of("bytes=-", "lines=1-2", "bytes=0-1,5-6", "bytes=0-204799")) {
            assertArrayEquals(
                    disk, owner.get(file(image), "Range", whole).is(200).bytes());
        }
    }

    private void assertRange(UUID image, String range, byte[] disk, int from, int to) {
        ApiClient.ApiResponse part = owner.get(file(image), "Range", range).is(206);
        assertArrayEquals(Arrays.copyOfRange(disk, from, to), part.bytes());
        assertEquals("bytes " + from + "-" + (to - 1) + "/" + disk.length, part.header("Content-Range"));
        assertNull(part.header("Content-MD5"));
    }

    @Test
    void consumers_download_in_any_status_and_nobody_else() {
        UUID image = cast.image("given");
        String c1 = cast.consumer.account;
        consumer.get(file(image)).is(404);
        owner.offers(image, c1).is(200);
        for (String status : List.of("pending", "accepted", "rejected")) {
            consumer.decides(image, c1, status).is(200);
            consumer.get(file(image)).is(200);
        }
        ApiClient.forUser(cast.consumerObserver).get(file(image)).is(403);
        ApiClient.forUser(cast.creator).get(file(image)).is(403);
        ApiClient.forUser(cast.stranger).get(file(image)).is(404);
        owner.removes(image, c1).is(204);
        consumer.get(file(image)).is(404);
    }

    private UUID uploaded(byte[] disk) {
        UUID image = owner.creates("filled");
        owner.put(file(image), disk).is(204);
        return image;
    }

    private static String file(UUID image) {
        return "/v2/images/" + image + "/file";
    }
}
