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

/** What holds of every image store. */
abstract class ImageStoreContract {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    /** The one that is tested; nothing is in it when a test begins. */
    abstract ImageStore store();

    @Test
    void data_comes_back_as_it_was_whatever_its_size() throws IOException {
        for (int size : List.of(0, 1, 70_000, (5 << 20) - 1, 5 << 20, (5 << 20) + 1, 15 << 20, 17_000_001)) {
            byte[] data = some(size);
            UUID key = keep("DFW", data);
            assertArrayEquals(data, read("DFW", key, 0), size + " bytes");
            store().remove("DFW", key);
        }
    }

    @Test
    void data_is_read_from_any_byte() throws IOException {
        byte[] data = some(12 << 20);
        UUID key = keep("DFW", data);
        for (int from : List.of(1, 5 << 20, (5 << 20) + 1, data.length - 1, data.length)) {
            assertArrayEquals(Arrays.copyOfRange(data, from, data.length), read("DFW", key, from), "from " + from);
        }
    }

    @Test
    void single_bytes_go_in_and_come_out() throws IOException {
        try (ImageStore.Draft draft = store().draft("DFW")) {
            draft.write(0xff);
            draft.write(0x01);
            draft.keep();
            try (InputStream data = store().read("DFW", draft.key, 0)) {
                assertEquals(List.of(0xff, 0x01, -1), List.of(data.read(), data.read(), data.read()));
            }
        }
    }

    @Test
    void nothing_of_a_draft_is_there_before_it_is_kept() throws IOException {
        try (ImageStore.Draft draft = store().draft("DFW")) {
            draft.write(some(12 << 20));
            assertEquals(Set.of(), kept("DFW", LATER));
            assertThrows(NoSuchFileException.class, () -> store().read("DFW", draft.key, 0));
            draft.keep();
            assertEquals(Set.of(draft.key), kept("DFW", LATER));
        }
        assertEquals(1, kept("DFW", LATER).size());
    }

    @Test
    void a_draft_that_is_closed_before_leaves_nothing() throws IOException {
        for (int size : List.of(0, 1_000, 12 << 20)) {
            try (ImageStore.Draft draft = store().draft("DFW")) {
                draft.write(some(size));
            }
            assertEquals(Set.of(), kept("DFW", LATER));
            assertEquals(0, Drafts.in(store()));
        }
    }

    @Test
    void no_draft_is_left_of_what_is_kept() throws IOException {
        keep("DFW", some(12 << 20));
        assertEquals(0, Drafts.in(store()));
    }

    @Test
    void data_is_in_its_region_alone() throws IOException {
        UUID key = keep("DFW", some(10));
        assertThrows(NoSuchFileException.class, () -> store().read("ORD", key, 0));
        assertThrows(NoSuchFileException.class, () -> store().read("DF", key, 0));
        store().remove("ORD", key);
        assertEquals(Set.of(key), kept("DFW", LATER));
        assertEquals(Set.of(), kept("ORD", LATER));
    }

    @Test
    void data_that_was_removed_is_gone_and_may_be_removed_again() throws IOException {
        UUID key = keep("DFW", some(10));
        store().remove("DFW", key);
        store().remove("DFW", key);
        assertThrows(NoSuchFileException.class, () -> store().read("DFW", key, 0));
        assertEquals(Set.of(), kept("DFW", LATER));
    }

    @Test
    void only_what_is_old_is_listed_and_forgotten() throws IOException {
        UUID key = keep("DFW", some(10));
        ImageStore.Draft abandoned = store().draft("DFW");
        abandoned.write(some(6 << 20));
        assertEquals(Set.of(), kept("DFW", Instant.EPOCH));
        store().forgetDrafts(Instant.EPOCH);
        assertEquals(1, Drafts.in(store()));
        store().forgetDrafts(LATER);
        assertEquals(0, Drafts.in(store()));
        assertEquals(Set.of(key), kept("DFW", LATER));
    }

    static byte[] some(int size) {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        return data;
    }

    UUID keep(String region, byte[] data) {
        try (ImageStore.Draft draft = store().draft(region)) {
            draft.write(data);
            draft.keep();
            return draft.key;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] read(String region, UUID key, long from) throws IOException {
        try (InputStream data = store().read(region, key, from)) {
            return data.readAllBytes();
        }
    }

    Set<UUID> kept(String region, Instant before) throws IOException {
        try (Stream<UUID> kept = store().keptBefore(region, before)) {
            return kept.collect(Collectors.toSet());
        }
    }
}
