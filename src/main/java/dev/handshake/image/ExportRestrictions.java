package dev.handshake.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Operating systems licensed for this cloud only, whose images must not be exported
 * ({@code handshake.export.blocked-os-patterns}). Naming such a system blocks the export; changing the name later does
 * not lift the block.
 */
@ApplicationScoped
public class ExportRestrictions {

    /** Properties that clients of an Images API set for the operating system, in addition to our own field. */
    private static final List<String> PROPERTIES = List.of("os_type", "os_distro");

    private final List<String> blockedPatterns;

    ExportRestrictions(ImageConfig config) {
        this.blockedPatterns = config.blockedOsPatterns().stream()
                .map(ExportRestrictions::normalize)
                .toList();
    }

    /**
     * Blocks the export of an image that is of such a system.
     *
     * @param imageMetadata has been applied to the image
     */
    public void apply(Image image, ImageMetadata imageMetadata) {
        if (systemNames(image, imageMetadata)
                .anyMatch(name -> blockedPatterns.stream().anyMatch(name::contains))) {
            image.markExportable(false);
        }
    }

    private static Stream<String> systemNames(Image image, ImageMetadata imageMetadata) {
        return Stream.concat(
                        Stream.of(image.operatingSystem),
                        PROPERTIES.stream()
                                .map(name -> imageMetadata.properties().getOrDefault(name, "")))
                .map(ExportRestrictions::normalize);
    }

    private static String normalize(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
