package dev.handshake.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.S3Server;
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

/** The same, and what only a bucket can be asked. */
class S3StoreTest extends ImageStoreContract {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private static S3Server server;

    private final S3Store store = S3Stores.at(server);

    @BeforeAll
    static void begin() {
        server = S3Server.start();
    }

    @AfterAll
    static void end() {
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
                .mapToObj(each -> keep("DFW", new byte[1]))
                .toList();
        assertEquals(Set.copyOf(all), kept("DFW", LATER));
    }

    @Test
    void a_folder_moves_to_a_bucket_by_copying_it(@TempDir Path folder) throws IOException {
        ImageStore.Draft draft = new FolderStore(folder).draft("DFW");
        draft.write(some(1_000));
        draft.keep();
        S3Settings settings = S3Stores.settings(server);
        try (Part file = Part.open()) {
            file.add(Files.readAllBytes(folder.resolve("DFW/" + draft.key)), 0, 1_000);
            Bucket.of(settings).put(settings.prefix().orElseThrow() + "DFW/" + draft.key, file);
        }
        try (InputStream data = S3Store.of(settings, S3Stores.LARGEST).read("DFW", draft.key, 0)) {
            assertArrayEquals(some(1_000), data.readAllBytes());
        }
    }

    @Test
    void what_others_keep_in_the_bucket_stays_theirs() throws IOException {
        S3Settings settings = S3Stores.settings(server);
        Bucket bucket = Bucket.of(settings);
        try (Part part = Part.open()) {
            bucket.put(settings.prefix().orElseThrow() + "DFW/notes.txt", part);
            bucket.put(settings.prefix().orElseThrow() + "DFW/more/" + UUID.randomUUID(), part);
        }
        String upload = bucket.begin(settings.prefix().orElseThrow() + "backup");
        S3Store ours = S3Store.of(settings, S3Stores.LARGEST);
        assertEquals(0, ours.keptBefore("DFW", LATER).count());
        ours.forgetDrafts(LATER);
        bucket.abort(settings.prefix().orElseThrow() + "backup", upload);
    }

    @Test
    void a_setting_that_cannot_be_says_so() {
        assertEquals("handshake.images.s3.bucket is not set", refused("bucket", " "));
        assertEquals("handshake.images.s3.part is too little", refused("part", "4M"));
    }

    private static String refused(String setting, String value) {
        return assertThrows(IllegalArgumentException.class, () -> S3Stores.at(server, setting, value))
                .getMessage()
                .replaceFirst(":.*", "");
    }
}
