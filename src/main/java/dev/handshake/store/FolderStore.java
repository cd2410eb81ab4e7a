package dev.handshake.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Image data in a folder ({@code handshake.images.folder}): {@code REGION/KEY} each, and {@code .incoming/} beside them
 * for what is on its way in. A draft is kept by renaming it, so that the folder has to be one file system.
 */
class FolderStore implements ImageStore {

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public Draft draft(String region) throws IOException {
        return new FileDraft(Files.createDirectories(incoming()), folder.resolve(region));
    }

    @Override
    public InputStream read(String region, UUID data, long from) throws IOException {
        FileChannel file = FileChannel.open(place(region, data), StandardOpenOption.READ);
        return Channels.newInputStream(file.position(from));
    }

    @Override
    public void remove(String region, UUID data) throws IOException {
        Files.deleteIfExists(place(region, data));
    }

    @Override
    public Stream<UUID> keptBefore(String region, Instant time) throws IOException {
        return olderThan(time, folder.resolve(region))
                .map(file -> UUID.fromString(file.getFileName().toString()));
    }

    @Override
    public void forgetDrafts(Instant time) throws IOException {
        try (Stream<Path> drafts = olderThan(time, incoming())) {
            for (Path draft : (Iterable<Path>) drafts::iterator) {
                Files.deleteIfExists(draft);
            }
        }
    }

    @Override
    public void ask() throws IOException {
        Files.write(Files.createDirectories(folder).resolve(".asked"), new byte[0]);
    }

    private Path place(String region, UUID data) {
        return folder.resolve(region).resolve(data.toString());
    }

    /** Where drafts are. */
    Path incoming() {
        return folder.resolve(".incoming");
    }

    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    private static Stream<Path> olderThan(Instant time, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        return Files.list(folder).filter(file -> isOlderThan(time, file));
    }

    private static boolean isOlderThan(Instant time, Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (IOException gone) {
            return false;
        }
    }

    private static class FileDraft extends Draft {

        private final Path incoming;
        private final Path region;
        private final FileChannel channel;
        private boolean kept;

        FileDraft(Path incoming, Path region) throws IOException {
            this.incoming = incoming.resolve(key.toString());
            this.region = region;
            this.channel = FileChannel.open(this.incoming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, offset, length);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void keep() throws IOException {
            channel.force(true);
            channel.close();
            Files.move(
                    incoming, Files.createDirectories(region).resolve(key.toString()), StandardCopyOption.ATOMIC_MOVE);
            kept = true;
        }

        @Override
        public void close() throws IOException {
            channel.close();
            if (!kept) {
                Files.deleteIfExists(incoming);
            }
        }
    }
}
