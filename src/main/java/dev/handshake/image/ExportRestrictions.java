package dev.handshake.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which operating systems are licensed for this cloud alone, so that no image of them leaves it
 * ({@code handshake.export.blocked-os-patterns}). The mark comes with the name; taking the name back does not lift it.
 */
@ApplicationScoped
public class ExportRestrictions {

    /** What clients of an Image service tell the operating system by, besides our own word. */
    private static final List<String> PROPERTIES = List.of("os_type", "os_distro");

    private final List<String> blockedPatterns;

    ExportRestrictions(@ConfigProperty(name = "handshake.export.blocked-os-patterns") List<String> licensed) {
        this.blockedPatterns =
                licensed.stream().map(ExportRestrictions::normalize).toList();
    }

    /** Marks an image whose owner says that it holds such a system. */
    public void apply(Image image, ImageMetadata imageMetadata) {
        if (systemNames(imageMetadata).anyMatch(name -> blockedPatterns.stream().anyMatch(name::contains))) {
            image.markExportable(false);
        }
    }

    private static Stream<String> systemNames(ImageMetadata imageMetadata) {
        return Stream.concat(
                        Stream.of(imageMetadata.operatingSystem()),
                        PROPERTIES.stream()
                                .map(name -> imageMetadata.properties().getOrDefault(name, "")))
                .map(ExportRestrictions::normalize);
    }

    private static String normalize(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
