package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Image data in a bucket: uploads and downloads use little memory, and every replica can serve all data. */
class S3ReplicasIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** In bytes. */
    private static final long DATA = 24 << 20;

    private static TwoReplicas replicas;

    private String token = replicas.token("100200");
    private ApiClient owner = new ApiClient(token);

    private static final int MANY = 16;

    /** Sized so that all parts together exceed one portal's memory, and data exceeds one part. */
    @BeforeAll
    static void startReplicas() throws Exception {
        replicas = TwoReplicas.start(Map.of(
                "HANDSHAKE_IMAGES_S3_PART_SIZE",
                "20M",
                "HANDSHAKE_IMAGES_S3_READ_TIMEOUT",
                "5M",
                "HANDSHAKE_TASKS_MAX_PER_ACCOUNT",
                String.valueOf(MANY)));
    }

    @AfterAll
    static void stopReplicas() throws Exception {
        replicas.close();
    }

    @Test
    void what_one_takes_in_the_other_gives_out_and_deletes() throws Exception {
        LargeDiskInputStream disk = new LargeDiskInputStream(512L << 20);
        UUID image = createImage();
        upload(image, disk);
        assertEquals(disk.sha512(), download(image));
        deleteImage(image);
        assertEquals(0, replicas.s3().fileCount(), "its data is gone");
    }

    @Test
    void many_at_once_need_no_more_memory_than_one() throws Exception {
        List<Callable<Void>> transfers = new ArrayList<>(Collections.nCopies(MANY / 2, () -> transfer("100200")));
        transfers.addAll(
                Collections.nCopies(MANY / 2, () -> transfer("100201"))); // one account may use half of the uploads
        ExecutorService people = Executors.newCachedThreadPool();
        for (Future<Void> each : people.invokeAll(transfers)) {
            each.get();
        }
        people.shutdown();
    }

    private Void transfer(String account) throws Exception {
        S3ReplicasIT there = new S3ReplicasIT();
        there.token = replicas.token(account);
        there.owner = new ApiClient(there.token);
        LargeDiskInputStream disk = new LargeDiskInputStream(DATA);
        UUID image = there.createImage();
        there.upload(image, disk);
        assertEquals(disk.sha512(), there.download(image));
        there.deleteImage(image);
        return null;
    }

    @Test
    void of_data_that_breaks_off_nothing_is_left() throws Exception {
        UUID image = createImage();
        InputStream breaking = new LargeDiskInputStream(DATA) {
            @Override
            public int read(byte[] buffer, int from, int most) {
                int read = super.read(buffer, from, most);
                if (read < 0) {
                    throw new IllegalStateException("the line is cut");
                }
                return read;
            }
        };
        assertThrows(IllegalStateException.class, () -> upload(image, breaking));
        Eventually.get(() -> status(image), "queued"::equals);
        assertEquals(0, replicas.s3().fileCount());
        upload(image, new LargeDiskInputStream(1 << 20));
        deleteImage(image);
    }

    private UUID createImage() {
        return ApiClient.idOf(owner.post(replicas.first().uri("/DFW/v2/images").toString(), "{}"));
    }

    private String status(UUID image) {
        return owner.get(replicas.second().uri("/DFW/v2/images/" + image).toString())
                .json()
                .path("status")
                .asText();
    }

    /** Uploads through the first replica. */
    private void upload(UUID image, InputStream disk) {
        String file = replicas.first().uri("/DFW/v2/images/" + image + "/file").toString();
        owner.send("PUT", file, BodyPublishers.ofInputStream(() -> disk), "Content-Type", "application/octet-stream")
                .is(204);
    }

    /**
     * Downloads through the second replica.
     *
     * @return the digest
     */
    private String download(UUID image) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(replicas.second().uri("/DFW/v2/images/" + image + "/file"))
                .header("X-Auth-Token", token)
                .build();
        Sha512 digest = new Sha512();
        try (InputStream data = HTTP.send(request, BodyHandlers.ofInputStream()).body()) {
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = data.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.toString();
    }

    private void deleteImage(UUID image) {
        owner.delete(replicas.second().uri("/DFW/v2/images/" + image).toString())
                .is(204);
    }
}
