package dev.handshake.image;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Images in a folder ({@code handshake.images.folder}): {@code REGION/ID} each, and {@code .incoming/} beside them for
 * what is on its way in. A draft becomes an image by renaming, so that the folder has to be one file system.
 */
@ApplicationScoped
class FolderStore implements ImageStore {

    private static final Logger LOG = Logger.getLogger(FolderStore.class);
    /** No upload takes as long; what is older was left by a process that died. */
    private static final Duration ABANDONED = Duration.ofDays(2);

    private final Path folder;
    private final Clock clock;

    FolderStore(@ConfigProperty(name = "handshake.images.folder") Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
    }

    @Override
    public Draft draft(String region, UUID image) throws IOException {
        Path incoming = Files.createDirectories(incoming()).resolve(image.toString());
        return new FileDraft(incoming, place(region, image));
    }

    @Override
    public InputStream read(String region, UUID image) throws IOException {
        return Files.newInputStream(place(region, image));
    }

    @Override
    public void remove(String region, UUID image) throws IOException {
        Files.deleteIfExists(place(region, image));
    }

    private Path place(String region, UUID image) {
        return folder.resolve(region).resolve(image.toString());
    }

    private Path incoming() {
        return folder.resolve(".incoming");
    }

    void clearAbandoned(@Observes StartupEvent start) throws IOException {
        if (!Files.isDirectory(incoming())) {
            return;
        }
        Instant since = clock.instant().minus(ABANDONED);
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(incoming())) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(since)) {
                    LOG.infof("Upload %s was never finished; it is removed", draft.getFileName());
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    private static class FileDraft extends Draft {

        private final Path incoming;
        private final Path place;
        private final FileChannel channel;
        private boolean kept;

        FileDraft(Path incoming, Path place) throws IOException {
            this.incoming = incoming;
            this.place = place;
            this.channel = FileChannel.open(incoming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
        void keep() throws IOException {
            channel.force(true);
            channel.close();
            Files.createDirectories(place.getParent());
            Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
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
