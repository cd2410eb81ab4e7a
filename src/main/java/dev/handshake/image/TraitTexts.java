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

/** What others read of an image: its name, description, operating system, tags and properties. */
class TraitTexts {

    /** All of them, and the names of the properties. */
    static Set<String> all(Traits traits) {
        return Stream.of(
                        Stream.of(traits.name(), traits.description(), traits.operatingSystem()),
                        traits.tags().stream(),
                        traits.properties().keySet().stream(),
                        traits.properties().values().stream())
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /**
     * @param kept texts that are taken as they are
     * @throws RefusedException {@link Reason#HIDDEN_CHARACTERS}
     */
    static void mustShow(Traits traits, Set<String> kept) {
        line("The name", traits.name(), kept);
        lines("The description", traits.description(), kept);
        line("The operating system", traits.operatingSystem(), kept);
        traits.tags().forEach(each -> line("A tag", each, kept));
        traits.properties().forEach((name, content) -> {
            line("The name of a property", name, kept);
            lines("A property", content, kept);
        });
    }

    private static void line(String what, String text, Set<String> kept) {
        if (!kept.contains(text)) {
            HiddenCharacters.requireNoneInLine(what, text);
        }
    }

    private static void lines(String what, String text, Set<String> kept) {
        if (!kept.contains(text)) {
            HiddenCharacters.requireNoneInLines(what, text);
        }
    }

    /** The same in Unicode's NFC. */
    static Traits composed(Traits traits) {
        SortedMap<String, String> properties = new TreeMap<>();
        traits.properties().forEach((name, content) -> properties.put(Text.toNfc(name), Text.toNfc(content)));
        return new Traits(
                Text.toNfc(traits.name()),
                Text.toNfc(traits.description()),
                Text.toNfc(traits.operatingSystem()),
                traits.diskFormat(),
                traits.containerFormat(),
                traits.visibility(),
                traits.isProtected(),
                traits.isHidden(),
                traits.minDisk(),
                traits.minRam(),
                traits.tags().stream().map(Text::toNfc).collect(Collectors.toCollection(TreeSet::new)),
                properties);
    }
}
