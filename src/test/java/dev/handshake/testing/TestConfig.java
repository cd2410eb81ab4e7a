package dev.handshake.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.config.StartFailure;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Typed settings for tests without a portal: the packaged defaults, with overrides. */
public class TestConfig {

    private static final String PREFIX = "handshake.";
    private static final Path DEFAULTS = Path.of("src/main/resources/application.properties");

    private TestConfig() {}

    /** @param changed names without {@code handshake.}, each followed by its value */
    public static <T> T read(Class<T> mapping, String... changed) {
        Map<String, String> settings = defaults();
        for (int each = 0; each < changed.length; each += 2) {
            settings.put(PREFIX + changed[each], changed[each + 1]);
        }
        return builder(settings)
                .withMapping(mapping)
                .withMappingIgnore(PREFIX + "**")
                .build()
                .getConfigMapping(mapping);
    }

    /** The sentence that stops the start with these settings. */
    public static String refusal(Class<?> mapping, String... changed) {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> read(mapping, changed));
        return StartFailure.describe(refused).orElseThrow();
    }

    /** A builder without mappings, with only these settings. */
    public static SmallRyeConfigBuilder builder(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 100));
    }

    /** The portal's packaged settings, with a signing key. */
    public static Map<String, String> defaults() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(DEFAULTS)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        settings.put("handshake.signing-key", "a secret");
        return settings;
    }
}
