package dev.handshake.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.handshake.Running;
import dev.handshake.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An object store that is away, or behind a bad line. */
class S3TroubleTest {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private static S3Server server;

    private Wire wire;
    private S3Store store;

    @BeforeAll
    static void begin() {
        server = S3Server.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void behind_a_wire() throws IOException {
        wire = new Wire(server.endpoint());
        store = S3Stores.at(server, "endpoint", wire.endpoint());
    }

    @AfterEach
    void the_wire_goes() throws IOException {
        wire.close();
    }

    @Test
    void reading_goes_on_where_the_connection_broke() throws IOException {
        byte[] data = ImageStoreContract.some(12 << 20);
        UUID key = keep(data);
        wire.breakAfter(1 << 20);
        try (InputStream read = store.read("DFW", key, 100)) {
            assertArrayEquals(Arrays.copyOfRange(data, 100, data.length), read.readAllBytes());
        }
    }

    @Test
    void a_store_that_does_not_answer_is_not_there() throws IOException {
        wire.close();
        assertThrows(StoreAway.class, store::ask);
    }

    @Test
    void reading_ends_where_the_store_stays_away() throws IOException {
        UUID key = keep(ImageStoreContract.some(12 << 20));
        try (InputStream read = store.read("DFW", key, 0)) {
            read.readNBytes(100_000);
            wire.breakAfter(0);
            assertThrows(StoreAway.class, read::readAllBytes);
        }
    }

    @Test
    void what_could_not_be_kept_leaves_nothing() throws IOException {
        for (int size : new int[] {1_000, 12 << 20}) {
            ImageStore.Draft draft = store.draft("DFW");
            draft.write(ImageStoreContract.some(size));
            wire.breakAfter(0);
            assertThrows(StoreAway.class, draft::keep);
            wire.breakAfter(Long.MAX_VALUE);
            draft.close();
            holdsNothing();
        }
    }

    @Test
    void what_arrives_damaged_is_not_taken() throws IOException {
        for (int size : new int[] {100_000, 12 << 20}) {
            try (ImageStore.Draft draft = store.draft("DFW")) {
                wire.damage(true);
                assertThrows(StoreAway.class, () -> {
                    draft.write(ImageStoreContract.some(size));
                    draft.keep();
                });
                wire.damage(false);
            }
            holdsNothing();
        }
    }

    @Test
    void a_store_that_says_nothing_is_away_after_a_while() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            isAway("endpoint", "http://127.0.0.1:" + silent.getLocalPort(), "timeout", "200MS");
        }
    }

    @Test
    void a_store_that_is_not_there_is_away() throws IOException {
        isAway("endpoint", "http://127.0.0.1:" + Running.freePort());
    }

    @Test
    void a_bucket_that_is_not_there_is_away_too() {
        S3Store away = S3Stores.at(server, "bucket", "another");
        assertThrows(StoreAway.class, () -> away.read("DFW", UUID.randomUUID(), 0));
        assertThrows(StoreAway.class, () -> away.draft("DFW").keep());
        assertThrows(StoreAway.class, () -> away.keptBefore("DFW", LATER));
        assertThrows(StoreAway.class, () -> away.forgetDrafts(LATER));
    }

    private static void isAway(String... settings) {
        S3Store away = S3Stores.at(server, settings);
        UUID key = UUID.randomUUID();
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertThrows(StoreAway.class, () -> away.read("DFW", key, 0));
            assertThrows(StoreAway.class, () -> away.remove("DFW", key));
            assertThrows(StoreAway.class, () -> away.draft("DFW").keep());
        });
    }

    private UUID keep(byte[] data) throws IOException {
        try (ImageStore.Draft draft = store.draft("DFW")) {
            draft.write(data);
            draft.keep();
            return draft.key;
        }
    }

    private void holdsNothing() throws IOException {
        assertEquals(0, store.keptBefore("DFW", LATER).count());
        assertEquals(0, Drafts.in(store));
    }
}
