package dev.handshake.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that apply to every image store. */
abstract class ImageStoreContract {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    /** The store under test, empty at the start of each test. */
    abstract ImageStore store();

    @Test
    void data_comes_back_as_it_was_whatever_its_size() throws IOException {
        for (int size : List.of(0, 1, 70_000, (5 << 20) - 1, 5 << 20, (5 << 20) + 1, 15 << 20, 17_000_001)) {
            byte[] data = randomBytes(size);
            UUID key = save("DFW", data);
            assertArrayEquals(data, read("DFW", key, 0), size + " bytes");
            store().delete("DFW", key);
        }
    }

    @Test
    void data_is_read_from_any_byte() throws IOException {
        byte[] data = randomBytes(12 << 20);
        UUID key = save("DFW", data);
        for (int from : List.of(1, 5 << 20, (5 << 20) + 1, data.length - 1, data.length)) {
            assertArrayEquals(Arrays.copyOfRange(data, from, data.length), read("DFW", key, from), "from " + from);
        }
    }

    @Test
    void single_bytes_go_in_and_come_out() throws IOException {
        try (ImageStore.PendingUpload pendingUpload = store().startUpload("DFW")) {
            pendingUpload.write(0xff);
            pendingUpload.write(0x01);
            pendingUpload.commit();
            try (InputStream data = store().openStream("DFW", pendingUpload.key, 0)) {
                assertEquals(List.of(0xff, 0x01, -1), List.of(data.read(), data.read(), data.read()));
            }
        }
    }

    @Test
    void nothing_of_a_draft_is_there_before_it_is_kept() throws IOException {
        try (ImageStore.PendingUpload pendingUpload = store().startUpload("DFW")) {
            pendingUpload.write(randomBytes(12 << 20));
            assertEquals(Set.of(), listOlderThan("DFW", LATER));
            assertThrows(NoSuchFileException.class, () -> store().openStream("DFW", pendingUpload.key, 0));
            pendingUpload.commit();
            assertEquals(Set.of(pendingUpload.key), listOlderThan("DFW", LATER));
        }
        assertEquals(1, listOlderThan("DFW", LATER).size());
    }

    @Test
    void a_draft_that_is_closed_before_leaves_nothing() throws IOException {
        for (int size : List.of(0, 1_000, 12 << 20)) {
            try (ImageStore.PendingUpload pendingUpload = store().startUpload("DFW")) {
                pendingUpload.write(randomBytes(size));
            }
            assertEquals(Set.of(), listOlderThan("DFW", LATER));
            assertEquals(0, PendingUploadCounter.count(store()));
        }
    }

    @Test
    void no_draft_is_left_of_what_is_kept() throws IOException {
        save("DFW", randomBytes(12 << 20));
        assertEquals(0, PendingUploadCounter.count(store()));
    }

    @Test
    void data_is_in_its_region_alone() throws IOException {
        UUID key = save("DFW", randomBytes(10));
        assertThrows(NoSuchFileException.class, () -> store().openStream("ORD", key, 0));
        assertThrows(NoSuchFileException.class, () -> store().openStream("DF", key, 0));
        store().delete("ORD", key);
        assertEquals(Set.of(key), listOlderThan("DFW", LATER));
        assertEquals(Set.of(), listOlderThan("ORD", LATER));
    }

    @Test
    void data_that_was_removed_is_gone_and_may_be_removed_again() throws IOException {
        UUID key = save("DFW", randomBytes(10));
        store().delete("DFW", key);
        store().delete("DFW", key);
        assertThrows(NoSuchFileException.class, () -> store().openStream("DFW", key, 0));
        assertEquals(Set.of(), listOlderThan("DFW", LATER));
    }

    @Test
    void only_what_is_old_is_listed_and_forgotten() throws IOException {
        UUID key = save("DFW", randomBytes(10));
        ImageStore.PendingUpload abandoned = store().startUpload("DFW");
        abandoned.write(randomBytes(6 << 20));
        assertEquals(Set.of(), listOlderThan("DFW", Instant.EPOCH));
        store().deleteStaleUploads(Instant.EPOCH);
        assertEquals(1, PendingUploadCounter.count(store()));
        store().deleteStaleUploads(LATER);
        assertEquals(0, PendingUploadCounter.count(store()));
        assertEquals(Set.of(key), listOlderThan("DFW", LATER));
    }

    static byte[] randomBytes(int size) {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        return data;
    }

    UUID save(String region, byte[] data) {
        try (ImageStore.PendingUpload pendingUpload = store().startUpload(region)) {
            pendingUpload.write(data);
            pendingUpload.commit();
            return pendingUpload.key;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] read(String region, UUID key, long from) throws IOException {
        try (InputStream data = store().openStream(region, key, from)) {
            return data.readAllBytes();
        }
    }

    Set<UUID> listOlderThan(String region, Instant before) throws IOException {
        try (Stream<UUID> kept = store().listOlderThan(region, before)) {
            return kept.collect(Collectors.toSet());
        }
    }
}
