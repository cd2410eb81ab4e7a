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
 * Stores image data in a folder ({@code handshake.images.folder}) as {@code REGION/KEY}; pending uploads are in
 * {@code .incoming/}. An upload is committed by an atomic rename, so the folder must be on one file system.
 */
class FolderStore implements ImageStore {

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public PendingUpload startUpload(String region) throws IOException {
        return new FolderUpload(Files.createDirectories(incomingFolder()), folder.resolve(region));
    }

    @Override
    public InputStream openStream(String region, UUID data, long from) throws IOException {
        FileChannel file = FileChannel.open(file(region, data), StandardOpenOption.READ);
        return Channels.newInputStream(file.position(from));
    }

    @Override
    public void delete(String region, UUID data) throws IOException {
        Files.deleteIfExists(file(region, data));
    }

    @Override
    public Stream<UUID> listOlderThan(String region, Instant time) throws IOException {
        return olderThan(time, folder.resolve(region))
                .map(file -> UUID.fromString(file.getFileName().toString()));
    }

    @Override
    public void deleteStaleUploads(Instant time) throws IOException {
        try (Stream<Path> drafts = olderThan(time, incomingFolder())) {
            for (Path draft : (Iterable<Path>) drafts::iterator) {
                Files.deleteIfExists(draft);
            }
        }
    }

    @Override
    public void ping() throws IOException {
        Files.write(Files.createDirectories(folder).resolve(".asked"), new byte[0]);
    }

    private Path file(String region, UUID data) {
        return folder.resolve(region).resolve(data.toString());
    }

    /** The folder of pending uploads. */
    Path incomingFolder() {
        return folder.resolve(".incoming");
    }

    @SuppressWarnings("StreamResourceLeak") // closed by the caller
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

    private static class FolderUpload extends PendingUpload {

        private final Path incoming;
        private final Path regionFolder;
        private final FileChannel channel;
        private boolean committed;

        FolderUpload(Path incoming, Path regionFolder) throws IOException {
            this.incoming = incoming.resolve(key.toString());
            this.regionFolder = regionFolder;
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
        public void commit() throws IOException {
            channel.force(true);
            channel.close();
            Files.move(
                    incoming,
                    Files.createDirectories(regionFolder).resolve(key.toString()),
                    StandardCopyOption.ATOMIC_MOVE);
            committed = true;
        }

        @Override
        public void close() throws IOException {
            channel.close();
            if (!committed) {
                Files.deleteIfExists(incoming);
            }
        }
    }
}
