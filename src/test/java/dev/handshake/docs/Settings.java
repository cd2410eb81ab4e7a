package dev.handshake.docs;

import dev.handshake.testing.ConfigMappingClasses;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code handshake.*} settings with their defaults, from the compiled classes and properties files. In a name,
 * {@code *} stands for a part chosen by the operator; the default is then {@code part: value} for each configured part.
 */
class Settings {

    static final String NONE = "none";

    private static final String PREFIX = "handshake.";
    private static final Path CONFIGURED = Path.of("src/main/resources/application.properties");
    private static final Path IN_DEV_MODE = Path.of("src/main/resources/application-dev.properties");

    /** A list is one setting, although its elements can be set individually. */
    private static final String LIST_ELEMENT = "[*]";

    private final Map<String, String> defaults = new TreeMap<>();

    static Map<String, String> find() throws IOException {
        Settings settings = new Settings();
        ConfigMappingClasses.find().stream()
                .filter(type -> !type.getPackageName().equals("dev.handshake.demo"))
                .forEach(type -> ConfigMappings.getProperties(ConfigClass.configClass(type))
                        .forEach(settings::addMapped));
        settings.addConfigured();
        return settings.defaults;
    }

    private void addMapped(String name, Property property) {
        if (!name.endsWith(LIST_ELEMENT)) {
            defaults.put(name, property.hasDefaultValue() ? property.getDefaultValue() : NONE);
        }
    }

    /** Settings with a value only in dev mode have that as their default. */
    private void addConfigured() throws IOException {
        read(CONFIGURED).forEach(this::addConfigured);
        read(IN_DEV_MODE).forEach(defaults::putIfAbsent);
    }

    private static SortedMap<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        SortedMap<String, String> own = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> own.put(name, properties.getProperty(name)));
        return own;
    }

    private void addConfigured(String name, String value) {
        for (String pattern : defaults.keySet()) {
            Matcher chosen = Pattern.compile(pattern.replace(".", "\\.").replace("*", "(.+)"))
                    .matcher(name);
            if (chosen.matches() && chosen.groupCount() == 1) {
                defaults.merge(pattern, chosen.group(1) + ": " + value, Settings::join);
                return;
            }
        }
        defaults.put(name, value);
    }

    private static String join(String before, String more) {
        return before.equals(NONE) ? more : before + ", " + more;
    }
}
