package dev.handshake.config;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why the portal did not start, in one sentence for each thing that the operator has to change. */
public class StartFailure {

    /** How SmallRye Config tells of a value that a converter refuses. */
    private static final Pattern REFUSED = Pattern.compile(
            ".*The config property (.*?) with the config value \"(.*)\" threw an Exception whilst being converted (.*)",
            Pattern.DOTALL);

    private static final Pattern EMPTY =
            Pattern.compile(".*The config property (\\S+) is defined as the empty String.*", Pattern.DOTALL);
    private static final Pattern UNKNOWN = Pattern.compile(".*SRCFG00050: (\\S+) .*does not map to any root.*");
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
        Matcher refused = REFUSED.matcher(problem);
        if (refused.matches()) {
            return "%s: \"%s\" is not %s.".formatted(refused.group(1), escape(refused.group(2)), refused.group(3));
        }
        Matcher empty = EMPTY.matcher(problem);
        if (empty.matches()) {
            return empty.group(1) + ": \"\" is not allowed: the setting needs a value.";
        }
        Matcher unknown = UNKNOWN.matcher(problem);
        return unknown.matches()
                ? unknown.group(1) + " is not a setting of the portal."
                : escape(CODE.matcher(problem).replaceFirst("")) + ".";
    }

    /** Whatever the value is, the sentence is one line. */
    private static String escape(String text) {
        return text.codePoints()
                .mapToObj(each -> Character.isISOControl(each) ? "\\u%04x".formatted(each) : Character.toString(each))
                .collect(Collectors.joining());
    }
}
