package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All the texts in an image's metadata that other accounts read: name, description, operating system, tags and
 * properties.
 */
class MetadataTexts {

    /** All texts, including the names of properties. */
    static Set<String> all(ImageMetadata imageMetadata) {
        return Stream.of(
                        Stream.of(imageMetadata.name(), imageMetadata.description(), imageMetadata.operatingSystem()),
                        imageMetadata.tags().stream(),
                        imageMetadata.properties().keySet().stream(),
                        imageMetadata.properties().values().stream())
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /**
     * @param kept texts that are not checked
     * @throws RefusedException {@link Reason#HIDDEN_CHARACTERS}
     */
    static void requireNoHiddenCharacters(ImageMetadata imageMetadata, Set<String> kept) {
        requireLine("The name", imageMetadata.name(), kept);
        requireLines("The description", imageMetadata.description(), kept);
        requireLine("The operating system", imageMetadata.operatingSystem(), kept);
        imageMetadata.tags().forEach(each -> requireLine("A tag", each, kept));
        imageMetadata.properties().forEach((name, content) -> {
            requireLine("The name of a property", name, kept);
            requireLines("A property", content, kept);
        });
    }

    private static void requireLine(String what, String text, Set<String> kept) {
        if (!kept.contains(text)) {
            HiddenCharacters.requireNoneInLine(what, text);
        }
    }

    private static void requireLines(String what, String text, Set<String> kept) {
        if (!kept.contains(text)) {
            HiddenCharacters.requireNoneInLines(what, text);
        }
    }

    /** Returns the metadata normalized to Unicode NFC. */
    static ImageMetadata normalized(ImageMetadata imageMetadata) {
        SortedMap<String, String> properties = new TreeMap<>();
        imageMetadata.properties().forEach((name, content) -> properties.put(Text.toNfc(name), Text.toNfc(content)));
        return new ImageMetadata(
                Text.toNfc(imageMetadata.name()),
                Text.toNfc(imageMetadata.description()),
                Text.toNfc(imageMetadata.operatingSystem()),
                imageMetadata.diskFormat(),
                imageMetadata.containerFormat(),
                imageMetadata.visibility(),
                imageMetadata.isProtected(),
                imageMetadata.isHidden(),
                imageMetadata.minDisk(),
                imageMetadata.minRam(),
                imageMetadata.tags().stream().map(Text::toNfc).collect(Collectors.toCollection(TreeSet::new)),
                properties);
    }
}
