package dev.handshake.e2e;

import dev.handshake.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The folder of image data that all portals of this JVM share. */
class ImageFolder {

    private final Path folder =
            Path.of("target/e2e/images-" + ProcessHandle.current().pid()).toAbsolutePath();

    Map<String, String> environment() {
        return Map.of("HANDSHAKE_IMAGES_FOLDER", folder.toString());
    }

    /** The size of all stored data. */
    long storedBytes() throws IOException {
        return sum(file -> !isIncoming(file), ImageFolder::size);
    }

    /** Waits until there are this many pending uploads. */
    void awaitIncoming(int files) {
        Eventually.get(this::incomingCount, now -> now == files);
    }

    private long incomingCount() throws IOException {
        return sum(ImageFolder::isIncoming, file -> 1);
    }

    private long sum(Predicate<Path> which, ToLongFunction<Path> what) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(which)
                    .mapToLong(what)
                    .sum();
        } catch (UncheckedIOException changed) {
            return sum(which, what);
        }
    }

    private static boolean isIncoming(Path file) {
        return file.getParent().endsWith(".incoming");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
