package dev.handshake.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.handshake.testing.ChildProcess;
import dev.handshake.testing.S3Server;
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

/** An object store that is down, or behind a faulty connection. */
class S3FaultsTest {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private static S3Server server;

    private FaultyTcpProxy proxy;
    private S3Store store;

    @BeforeAll
    static void startServer() {
        server = S3Server.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void connectThroughProxy() throws IOException {
        proxy = new FaultyTcpProxy(server.endpoint());
        store = TestS3StoreFactory.create(server, "endpoint", proxy.endpoint());
    }

    @AfterEach
    void closeProxy() throws IOException {
        proxy.close();
    }

    @Test
    void reading_goes_on_where_the_connection_broke() throws IOException {
        byte[] data = ImageStoreContract.randomBytes(12 << 20);
        UUID key = save(data);
        proxy.cutResponsesAfter(1 << 20);
        try (InputStream read = store.openStream("DFW", key, 100)) {
            assertArrayEquals(Arrays.copyOfRange(data, 100, data.length), read.readAllBytes());
        }
    }

    @Test
    void a_store_that_does_not_answer_is_not_there() throws IOException {
        proxy.close();
        assertThrows(StoreUnavailableException.class, store::ping);
    }

    @Test
    void reading_ends_where_the_store_stays_away() throws IOException {
        UUID key = save(ImageStoreContract.randomBytes(12 << 20));
        try (InputStream read = store.openStream("DFW", key, 0)) {
            read.readNBytes(100_000);
            proxy.cutResponsesAfter(0);
            assertThrows(StoreUnavailableException.class, read::readAllBytes);
        }
    }

    @Test
    void what_could_not_be_kept_leaves_nothing() throws IOException {
        for (int size : new int[] {1_000, 12 << 20}) {
            ImageStore.PendingUpload pendingUpload = store.startUpload("DFW");
            pendingUpload.write(ImageStoreContract.randomBytes(size));
            proxy.cutResponsesAfter(0);
            assertThrows(StoreUnavailableException.class, pendingUpload::commit);
            proxy.cutResponsesAfter(Long.MAX_VALUE);
            pendingUpload.close();
            assertEmpty();
        }
    }

    @Test
    void what_arrives_damaged_is_not_taken() throws IOException {
        for (int size : new int[] {100_000, 12 << 20}) {
            try (ImageStore.PendingUpload pendingUpload = store.startUpload("DFW")) {
                proxy.corruptRequests(true);
                assertThrows(StoreUnavailableException.class, () -> {
                    pendingUpload.write(ImageStoreContract.randomBytes(size));
                    pendingUpload.commit();
                });
                proxy.corruptRequests(false);
            }
            assertEmpty();
        }
    }

    @Test
    void a_store_that_says_nothing_is_away_after_a_while() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            assertUnavailable("endpoint", "http://127.0.0.1:" + silent.getLocalPort(), "read-timeout", "200ms");
        }
    }

    @Test
    void a_store_that_is_not_there_is_away() throws IOException {
        assertUnavailable("endpoint", "http://127.0.0.1:" + ChildProcess.freePort());
    }

    @Test
    void a_bucket_that_is_not_there_is_away_too() {
        S3Store away = TestS3StoreFactory.create(server, "bucket", "another");
        assertThrows(StoreUnavailableException.class, () -> away.openStream("DFW", UUID.randomUUID(), 0));
        assertThrows(
                StoreUnavailableException.class, () -> away.startUpload("DFW").commit());
        assertThrows(StoreUnavailableException.class, () -> away.listOlderThan("DFW", LATER));
        assertThrows(StoreUnavailableException.class, () -> away.deleteStaleUploads(LATER));
    }

    private static void assertUnavailable(String... settings) {
        S3Store away = TestS3StoreFactory.create(server, settings);
        UUID key = UUID.randomUUID();
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertThrows(StoreUnavailableException.class, () -> away.openStream("DFW", key, 0));
            assertThrows(StoreUnavailableException.class, () -> away.delete("DFW", key));
            assertThrows(
                    StoreUnavailableException.class,
                    () -> away.startUpload("DFW").commit());
        });
    }

    private UUID save(byte[] data) throws IOException {
        try (ImageStore.PendingUpload pendingUpload = store.startUpload("DFW")) {
            pendingUpload.write(data);
            pendingUpload.commit();
            return pendingUpload.key;
        }
    }

    private void assertEmpty() throws IOException {
        assertEquals(0, store.listOlderThan("DFW", LATER).count());
        assertEquals(0, PendingUploadCounter.count(store));
    }
}
