package dev.handshake.region;

import dev.handshake.config.InvalidSettingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The regions served by this portal, in configured order and spelling ({@code handshake.regions}). */
@ApplicationScoped
public class Regions {

    private final List<String> all;

    @Inject
    Regions(RegionConfig config) {
        this(config.regions());
    }

    public Regions(List<String> all) {
        this.all = List.copyOf(all);
    }

    public List<String> all() {
        return all;
    }

    /** Those of {@code named} that this portal serves, in configured order. */
    public List<String> filterServed(Collection<String> named) {
        return all.stream().filter(named::contains).toList();
    }

    /**
     * The region of the settings {@code handshake.region.NAME}. Environment variables do not preserve the case of a
     * name, nor its punctuation.
     *
     * @throws InvalidSettingException if there is none
     */
    public String requireConfigured(String name) {
        return all.stream()
                .filter(each -> each.equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> simplify(each).equals(simplify(name)))
                        .findFirst())
                .orElseThrow(() -> new InvalidSettingException(
                        "handshake.region." + name + ": \"" + name + "\" is not one of handshake.regions."));
    }

    private static String simplify(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "-");
    }
}
