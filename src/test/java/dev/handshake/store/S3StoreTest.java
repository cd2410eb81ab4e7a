package dev.handshake.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.config.StartFailure;
import dev.handshake.testing.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract for S3, and what only applies to buckets. */
class S3StoreTest extends ImageStoreContract {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private static S3Server server;

    private final S3Store store = TestS3StoreFactory.create(server);

    @BeforeAll
    static void startServer() {
        server = S3Server.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    ImageStore store() {
        return store;
    }

    @Test
    void more_is_listed_than_a_store_tells_at_once() throws IOException {
        List<UUID> all = IntStream.range(0, 1_001)
                .parallel()
                .mapToObj(each -> save("DFW", new byte[1]))
                .toList();
        assertEquals(Set.copyOf(all), listOlderThan("DFW", LATER));
    }

    @Test
    void a_folder_moves_to_a_bucket_by_copying_it(@TempDir Path folder) throws IOException {
        ImageStore.PendingUpload pendingUpload = new FolderStore(folder).startUpload("DFW");
        pendingUpload.write(randomBytes(1_000));
        pendingUpload.commit();
        S3Config settings = TestS3StoreFactory.settings(server);
        try (UploadPart file = UploadPart.create()) {
            file.append(Files.readAllBytes(folder.resolve("DFW/" + pendingUpload.key)), 0, 1_000);
            S3Bucket.create(settings).put(settings.prefix().orElseThrow() + "DFW/" + pendingUpload.key, file);
        }
        try (InputStream data =
                S3Store.create(settings, TestS3StoreFactory.MAX_SIZE).openStream("DFW", pendingUpload.key, 0)) {
            assertArrayEquals(randomBytes(1_000), data.readAllBytes());
        }
    }

    @Test
    void what_others_keep_in_the_bucket_stays_theirs() throws IOException {
        S3Config settings = TestS3StoreFactory.settings(server);
        S3Bucket bucket = S3Bucket.create(settings);
        try (UploadPart part = UploadPart.create()) {
            bucket.put(settings.prefix().orElseThrow() + "DFW/notes.txt", part);
            bucket.put(settings.prefix().orElseThrow() + "DFW/more/" + UUID.randomUUID(), part);
        }
        String upload = bucket.startUpload(settings.prefix().orElseThrow() + "backup");
        S3Store ours = S3Store.create(settings, TestS3StoreFactory.MAX_SIZE);
        assertEquals(0, ours.listOlderThan("DFW", LATER).count());
        ours.deleteStaleUploads(LATER);
        bucket.abortUpload(settings.prefix().orElseThrow() + "backup", upload);
    }

    @Test
    void a_setting_that_cannot_be_says_so() {
        assertEquals(
                "handshake.images.s3.bucket: \"\" is not allowed with handshake.images.store=s3: name a bucket.",
                refusal("bucket", ""));
        assertEquals(
                "handshake.images.s3.part-size: \"4M\" is not a size in bytes of at least 5M.",
                refusal("part-size", "4M"));
    }

    private static String refusal(String setting, String value) {
        RuntimeException refused =
                assertThrows(RuntimeException.class, () -> TestS3StoreFactory.create(server, setting, value));
        return StartFailure.describe(refused).orElseThrow();
    }
}
