package dev.handshake.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.config.SettingConverters.Folder;
import dev.handshake.config.SettingConverters.RegularExpression;
import dev.handshake.config.SettingConverters.Text;
import dev.handshake.testing.ConfigMappingClasses;
import dev.handshake.testing.TestConfig;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the start does with the settings of every mapping that the portal has. */
class SettingsValidationTest {

    private static final String SECRET = "handshake.signing-key";
    private static final Set<String> SECRETS =
            Set.of(SECRET, "handshake.keystone.user.password", "handshake.region.*.glance.notifications.url");

    /** Whatever a setting is, it is no such text. */
    private static final String UNPRINTABLE = "1\u0007x";

    private static final Set<Class<?>> TEXTS = Set.of(Text.class, Folder.class, RegularExpression.class);
    private static final List<Class<?>> MAPPINGS = ConfigMappingClasses.find();

    @Test
    void the_defaults_are_allowed() {
        assertTrue(MAPPINGS.size() > 15, MAPPINGS.toString());
        build(Map.of());
    }

    static Stream<String> settings() {
        return properties().keySet().stream().filter(name -> !SECRETS.contains(name));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_bad_value_is_refused_in_one_sentence(String setting) {
        assertEquals("\"1\\u0007x\"", refusedValue(setting, UNPRINTABLE));
        if (!isText(setting)) {
            assertEquals("\"so so\"", refusedValue(setting, "so so"));
        }
    }

    static Stream<String> numbers() {
        return settings().filter(SettingsValidationTest::isNumber);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void what_is_below_its_limit_is_refused(String setting) {
        for (String below : List.of("-1", "99999999999999999999")) {
            assertEquals("\"" + below + "\"", refusedValue(setting, below));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handshake.tasks.max-concurrent",
                "handshake.http.max-concurrent-requests",
                "handshake.http.max-form-size",
                "handshake.images.max-size",
                "handshake.tasks.lease-duration",
                "handshake.http.body-timeout"
            })
    void nothing_at_all_is_refused_where_the_portal_could_do_nothing(String setting) {
        assertEquals("\"0\"", refusedValue(setting, "0"));
    }

    /** What parsers refuse in ways of their own: no scheme, and more than the type can hold. */
    @Test
    void unusual_values_are_refused_in_one_sentence_too() {
        assertEquals("\"//host\"", refusedValue("handshake.keystone.url", "//host"));
        assertEquals("\"P106751991168D\"", refusedValue("handshake.http.body-timeout", "P106751991168D"));
        assertEquals("\"9223372036854775807d\"", refusedValue("handshake.http.body-timeout", "9223372036854775807d"));
        assertEquals("\"9223372036854775807T\"", refusedValue("handshake.images.max-size", "9223372036854775807T"));
    }

    @Test
    void an_unknown_setting_is_refused() {
        assertEquals(
                "handshake.tasks.max-concurent is not a setting of the portal.",
                refusal("handshake.tasks.max-concurent", "2"));
        assertEquals("handshake.colour is not a setting of the portal.", refusal("handshake.colour", "red"));
    }

    @Test
    void an_unknown_variable_is_refused() {
        for (String known : List.of(
                "HANDSHAKE_TASKS_MAX_CONCURRENT",
                "HANDSHAKE_REGIONS",
                "HANDSHAKE_REGIONS_0_",
                "HANDSHAKE_QUOTA_ACCOUNTS__4711__IMAGES",
                "HANDSHAKE_FLAVOR_BIG_VCPUS",
                "HANDSHAKE_SERVICE_HOST",
                "HANDSHAKE_PORT_8080_TCP_ADDR",
                "PATH")) {
            VariableCheck.requireKnown(Set.of(known), MAPPINGS.stream());
        }
        for (String unknown : List.of("HANDSHAKE_TASKS_MAX_CONCURENT", "HANDSHAKE_TASKS", "HANDSHAKE_COLOUR")) {
            String sentence = assertThrows(
                            InvalidSettingException.class,
                            () -> VariableCheck.requireKnown(Set.of(unknown), MAPPINGS.stream()))
                    .getMessage();
            assertEquals("The environment variable " + unknown + " is not a setting of the portal.", sentence);
        }
    }

    @Test
    void a_setting_without_a_value_says_so() {
        assertEquals(
                "handshake.support-contact: \"\" is not a text without control characters.",
                refusal("handshake.support-contact", ""));
    }

    /** It has no limits, so that nothing has to say what it is. */
    @Test
    void a_secret_is_never_shown() {
        SECRETS.forEach(each -> assertNull(converter(properties().get(each))));
        assertTrue(refusal(SECRET, "").startsWith(SECRET));
    }

    /** The value that the sentence shows, in quotes. */
    private static String refusedValue(String setting, String value) {
        String name = setting.replace("[*]", "[0]").replace("*", "\"4711\"");
        String sentence = refusal(name, value);
        assertTrue(sentence.startsWith(name + ": ") && sentence.endsWith("."), sentence);
        assertEquals(1, sentence.lines().count(), sentence);
        assertTrue(sentence.contains(" is not "), sentence);
        return sentence.substring(name.length() + 2, sentence.indexOf(" is not "));
    }

    private static String refusal(String setting, String value) {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> build(Map.of(setting, value)));
        return StartFailure.describe(refused).orElseThrow();
    }

    private static void build(Map<String, String> changed) {
        Map<String, String> settings = TestConfig.defaults();
        settings.put("handshake.demo.sign-in-port", "8089");
        settings.put("handshake.demo.mirror-port", "8090");
        changed.keySet().stream()
                .filter(name -> name.endsWith("[0]"))
                .forEach(name -> settings.remove(name.replace("[0]", "")));
        changed.keySet().stream()
                .filter(name -> name.startsWith("handshake.flavor.\"4711\""))
                .forEach(name -> Stream.of("vcpus", "memory", "disk", "hourly-price")
                        .forEach(fact -> settings.put("handshake.flavor.\"4711\"." + fact, "1")));
        settings.putAll(changed);
        SmallRyeConfigBuilder builder = TestConfig.builder(settings);
        MAPPINGS.forEach(builder::withMapping);
        builder.build();
    }

    private static boolean isText(String setting) {
        return TEXTS.contains(converter(properties().get(setting)));
    }

    private static boolean isNumber(String setting) {
        return Stream.of("Int", "Long", "Port", "Size")
                .anyMatch(converter(properties().get(setting)).getSimpleName()::endsWith);
    }

    private static Class<?> converter(Property property) {
        if (property.isPrimitive()) {
            return property.asPrimitive().getConvertWith();
        }
        if (property.isCollection()) {
            return converter(property.asCollection().getElement());
        }
        if (property.isMap()) {
            return converter(property.asMap().getValueProperty());
        }
        return property.isOptional()
                ? converter(property.asOptional().getNestedProperty())
                : property.asLeaf().getConvertWith();
    }

    private static Map<String, Property> properties() {
        return MAPPINGS.stream()
                .flatMap(type -> ConfigMappings.getProperties(ConfigClass.configClass(type)).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> same, TreeMap::new));
    }
}
