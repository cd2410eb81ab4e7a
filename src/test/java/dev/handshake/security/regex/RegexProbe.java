package dev.handshake.security.regex;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches for inputs on which a regular expression is slow. Builds prefixes that could still match from the
 * expression's own characters, repeats what keeps them matching, and appends what does not match. Counts character
 * reads, which do not depend on the load of the machine.
 */
class RegexProbe {

    /** The limit of reads per character; excessive backtracking needs thousands. */
    private static final int MAX_READS_PER_CHARACTER = 300;

    /** Length of inputs tried in large numbers. */
    private static final int SHORT_LENGTH = 2_048;

    /** The maximum length of a form, body or log line. */
    private static final int LONG_LENGTH = 1 << 20;

    private static final long MAX_LONG_MILLIS = 500;
    private static final int MAX_PREFIXES = 24;
    private static final int SMALL_STACK = 256 << 10;

    private static final List<String> SUFFIXES = List.of("", "\u0000", "\n", ";");
    private static final List<String> COMMON_CHARACTERS =
            List.of("a", "0", " ", "/", "-", ".", "\u00e9", "\ud83d\ude00");

    private final Pattern pattern;
    private final boolean isSearched;
    private final List<String> words;

    RegexProbe(Pattern pattern, boolean isSearched) {
        this.pattern = pattern;
        this.isSearched = isSearched;
        this.words = words(pattern.pattern());
    }

    /** The characters and words in the expression, and a few others. */
    private static List<String> words(String source) {
        Set<String> words = new LinkedHashSet<>(COMMON_CHARACTERS);
        source.chars().mapToObj(Character::toString).forEach(words::add);
        Pattern.compile("[A-Za-z0-9_]{2,20}")
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .forEach(words::add);
        return List.copyOf(words);
    }

    /** An input that takes too long, abbreviated for display, or empty. */
    Optional<String> findSlowInput() {
        String[] slow = new String[1];
        Thread thread = new Thread(null, () -> slow[0] = probe(), "probe", SMALL_STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return Optional.ofNullable(slow[0]);
    }

    private String probe() {
        ProbeInput worst = null;
        for (String before : prefixes()) {
            for (String pump : pumps(before)) {
                for (String end : SUFFIXES) {
                    ProbeInput probeInput = tryInput(before, pump, end);
                    if (probeInput.failure() != null) {
                        return probeInput + ": " + probeInput.failure();
                    }
                    worst = worst == null || worst.reads() < probeInput.reads() ? probeInput : worst;
                }
            }
        }
        return worst == null ? null : checkLongInput(worst);
    }

    /** Prefixes that reach different positions in the expression. */
    private List<String> prefixes() {
        Map<String, String> places = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(""));
        while (!open.isEmpty() && places.size() < MAX_PREFIXES) {
            String text = open.removeFirst();
            List<String> onward =
                    words.stream().filter(each -> canMatch(text + each)).toList();
            if (places.putIfAbsent(pattern.matcher(text).matches() + " " + onward, text) == null) {
                onward.forEach(each -> open.add(text + each));
            }
        }
        return List.copyOf(places.values());
    }

    /** Whether the text matches or is a prefix of a match. */
    private boolean canMatch(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() || matcher.hitEnd();
    }

    /** What can be repeated after {@code before}; anything if the expression is searched for within text. */
    private List<String> pumps(String before) {
        List<String> pumps = new ArrayList<>();
        for (String one : words) {
            for (String other : words) {
                String pump = one.equals(other) ? one : one + other;
                if (isSearched && one.equals(other) || canMatch(before + pump.repeat(3))) {
                    pumps.add(pump);
                }
            }
        }
        return pumps;
    }

    private ProbeInput tryInput(String before, String pump, String end) {
        String text = before + pump.repeat(SHORT_LENGTH / pump.length()) + end;
        CountingCharSequence countingCharSequence =
                new CountingCharSequence(text, (long) MAX_READS_PER_CHARACTER * text.length());
        try {
            run(countingCharSequence);
            return new ProbeInput(before, pump, end, countingCharSequence.reads(), null);
        } catch (CountingCharSequence.TooManyReadsException looks) {
            String failure =
                    "looks at each of " + text.length() + " characters more than " + MAX_READS_PER_CHARACTER + " times";
            return new ProbeInput(before, pump, end, countingCharSequence.reads(), failure);
        } catch (StackOverflowError overflow) {
            return new ProbeInput(before, pump, end, countingCharSequence.reads(), "overflows the stack");
        }
    }

    /** Checks the worst input once more at maximum length, by CPU time. */
    private String checkLongInput(ProbeInput worst) {
        String text =
                worst.prefix() + worst.pump().repeat(LONG_LENGTH / worst.pump().length()) + worst.suffix();
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            run(text);
            // compiled by now, with smaller frames than when the short inputs passed
        } catch (StackOverflowError overflow) {
            return worst + ": overflows the stack";
        }
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1_000_000;
        return millis > MAX_LONG_MILLIS ? worst + ": " + text.length() + " characters take " + millis + " ms" : null;
    }

    private void run(CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        matcher.matches();
        matcher.reset();
        while (isSearched && matcher.find()) {
            // the result does not matter
        }
    }

    /** @param reads total number of character reads */
    private record ProbeInput(String prefix, String pump, String suffix, long reads, String failure) {

        @Override
        public String toString() {
            return "“" + prefix + "”, many “" + pump + "”, “" + suffix + "”";
        }
    }
}
