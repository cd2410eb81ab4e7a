package dev.handshake.config;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses environment variables that look like settings and are none, such as misspelt ones. SmallRye Config does so
 * for every other source.
 */
@ApplicationScoped
class VariableCheck {

    private static final String PREFIX = "HANDSHAKE_";

    /** Kubernetes sets these for each service, and the portal's service is named handshake too. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("_SERVICE_HOST$|_SERVICE_PORT|_PORT(_[0-9]{1,5}_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?$");

    void check(@Observes StartupEvent start, BeanManager beans) {
        Stream<Type> types =
                beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().flatMap(bean -> bean.getTypes().stream());
        requireKnown(
                System.getenv().keySet(), types.filter(Class.class::isInstance).<Class<?>>map(type -> (Class<?>) type));
    }

    /** @param types those with a {@link ConfigMapping} say which settings there are */
    static void requireKnown(Collection<String> variables, Stream<Class<?>> types) {
        Pattern known = types.filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                .distinct()
                .flatMap(type -> ConfigMappings.getProperties(ConfigClass.configClass(type)).keySet().stream())
                .map(VariableCheck::variable)
                .collect(Collectors.collectingAndThen(Collectors.joining("|"), Pattern::compile));
        variables.stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !SERVICE_LINK.matcher(name).find()
                        && !known.matcher(name).matches())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidSettingException(
                            "The environment variable " + name + " is not a setting of the portal.");
                });
    }

    /** The pattern of the variable that a setting is set by; {@code *} in it is chosen by the operator. */
    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT)
                .replace("[*]", "_[0-9]+_")
                .replaceAll("[.-]", "_")
                .replace("*", ".+");
    }
}
