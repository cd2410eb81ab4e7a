package dev.handshake.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which operating systems are licensed for this cloud alone, so that no image of them leaves it
 * ({@code handshake.not-exportable-systems}). The mark comes with the name; taking the name back does not lift it.
 */
@ApplicationScoped
class Licences {

    /** What clients of an Image service tell the operating system by, besides our own word. */
    private static final List<String> PROPERTIES = List.of("os_type", "os_distro");

    private final List<String> licensed;

    Licences(@ConfigProperty(name = "handshake.not-exportable-systems") List<String> licensed) {
        this.licensed = licensed.stream().map(Licences::plain).toList();
    }

    /** Marks an image whose owner says that it holds such a system. */
    void mark(Image image, Traits traits) {
        if (names(traits).anyMatch(name -> licensed.stream().anyMatch(name::contains))) {
            image.exportable(false);
        }
    }

    private static Stream<String> names(Traits traits) {
        return Stream.concat(
                        Stream.of(traits.operatingSystem()),
                        PROPERTIES.stream().map(name -> traits.properties().getOrDefault(name, "")))
                .map(Licences::plain);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
