package dev.handshake.config;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why the portal did not start, in one sentence for each thing that the operator has to change. */
public class StartFailure {

    /** How SmallRye Config reports a value that a converter refuses: what stands before name, value and reason. */
    private static final String BEFORE_NAME = "The config property ";

    private static final String BEFORE_VALUE = " with the config value \"";
    private static final String BEFORE_ALLOWED = "\" threw an Exception whilst being converted ";

    private static final String EMPTY = " is defined as the empty String";
    private static final String UNKNOWN = "SRCFG00050: ";
    private static final Pattern CODE = Pattern.compile("^[\\w.]+: SRCFG\\d+: ");

    private StartFailure() {}

    /** Empty unless the operator can do something about it. */
    public static Optional<String> describe(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(StartFailure::sentence)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        if (cause instanceof ConfigValidationException invalid) {
            return Optional.of(IntStream.range(0, invalid.getProblemCount())
                    .mapToObj(each -> sentence(invalid.getProblem(each).getMessage()))
                    .distinct()
                    .collect(Collectors.joining("\n")));
        }
        if (cause instanceof QuarkusBindException taken) {
            return Optional.of(
                    QuarkusBindException.isKnownHost(taken.getHost())
                            ? "Port " + taken.getPort() + " seems to be in use by another process."
                            : "This machine has no address " + taken.getHost() + " to listen on.");
        }
        return cause instanceof ConfigurationException ? Optional.of(cause.getMessage()) : Optional.empty();
    }

    private static String sentence(String problem) {
        if (Stream.of(BEFORE_NAME, BEFORE_VALUE, BEFORE_ALLOWED).allMatch(problem::contains)) {
            return refusedValue(problem);
        }
        if (problem.contains(BEFORE_NAME) && problem.contains(EMPTY)) {
            String name =
                    problem.substring(problem.indexOf(BEFORE_NAME) + BEFORE_NAME.length(), problem.indexOf(EMPTY));
            return name + ": \"\" is not allowed: the setting needs a value.";
        }
        if (problem.contains(UNKNOWN)) {
            String name = problem.substring(problem.indexOf(UNKNOWN) + UNKNOWN.length());
            return name.substring(0, name.indexOf(' ')) + " is not a setting of the portal.";
        }
        return escape(CODE.matcher(problem).replaceFirst("")) + ".";
    }

    /** The value may contain anything, even the words after it. */
    private static String refusedValue(String problem) {
        int name = problem.indexOf(BEFORE_NAME) + BEFORE_NAME.length();
        int nameEnd = problem.indexOf(BEFORE_VALUE, name);
        int valueEnd = problem.lastIndexOf(BEFORE_ALLOWED);
        return "%s: \"%s\" is not %s."
                .formatted(
                        problem.substring(name, nameEnd),
                        escape(problem.substring(nameEnd + BEFORE_VALUE.length(), valueEnd)),
                        problem.substring(valueEnd + BEFORE_ALLOWED.length()));
    }

    /** Whatever the value is, the sentence is one line. */
    private static String escape(String text) {
        return text.codePoints()
                .mapToObj(each -> Character.isISOControl(each) ? "\\u%04x".formatted(each) : Character.toString(each))
                .collect(Collectors.joining());
    }
}
