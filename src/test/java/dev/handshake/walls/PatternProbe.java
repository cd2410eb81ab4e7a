package dev.handshake.walls;

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
 * Looks for texts that a regular expression takes long for. It walks into the expression with what it is made of, as
 * far as a text could still match, repeats there what keeps it matching, and ends with what does not. What it counts is
 * how often a character is looked at, which no busy machine changes.
 */
class PatternProbe {

    /**
     * A text is looked at so often for each of its characters at the most; going back and forth is thousands of times.
     */
    private static final int MOST_LOOKS = 300;

    /** Of texts that are tried in great number. */
    private static final int SHORT = 2_048;

    /** What a form, a body or a line of the log can hold at the most. */
    private static final int LONG = 1 << 20;

    private static final long LONG_MILLIS = 500;
    private static final int MOST_PLACES = 24;
    private static final int SMALL_STACK = 256 << 10;

    private static final List<String> ENDS = List.of("", "\u0000", "\n", ";");
    private static final List<String> COMMON = List.of("a", "0", " ", "/", "-", ".", "\u00e9", "\ud83d\ude00");

    private final Pattern pattern;
    private final boolean isSearched;
    private final List<String> words;

    PatternProbe(Pattern pattern, boolean isSearched) {
        this.pattern = pattern;
        this.isSearched = isSearched;
        this.words = words(pattern.pattern());
    }

    /** What is told apart by the expression: its own signs and words, and a few others. */
    private static List<String> words(String source) {
        Set<String> words = new LinkedHashSet<>(COMMON);
        source.chars().mapToObj(Character::toString).forEach(words::add);
        Pattern.compile("[A-Za-z0-9_]{2,20}")
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .forEach(words::add);
        return List.copyOf(words);
    }

    /** A text that takes too long, shortened for reading, or nothing. */
    Optional<String> slowest() {
        String[] slow = new String[1];
        Thread thread = new Thread(null, () -> slow[0] = look(), "probe", SMALL_STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return Optional.ofNullable(slow[0]);
    }

    private String look() {
        Attempt worst = null;
        for (String before : places()) {
            for (String pump : pumps(before)) {
                for (String end : ENDS) {
                    Attempt attempt = attempt(before, pump, end);
                    if (attempt.failure() != null) {
                        return attempt + ": " + attempt.failure();
                    }
                    worst = worst == null || worst.looks() < attempt.looks() ? attempt : worst;
                }
            }
        }
        return worst == null ? null : failureOfLong(worst);
    }

    /** Beginnings that end at different places within the expression. */
    private List<String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(""));
        while (!open.isEmpty() && places.size() < MOST_PLACES) {
            String text = open.removeFirst();
            List<String> onward =
                    words.stream().filter(each -> isOpen(text + each)).toList();
            if (places.putIfAbsent(pattern.matcher(text).matches() + " " + onward, text) == null) {
                onward.forEach(each -> open.add(text + each));
            }
        }
        return List.copyOf(places.values());
    }

    /** Whether the text matches or could be the beginning of one that does. */
    private boolean isOpen(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() || matcher.hitEnd();
    }

    /** What can stand there again and again: anything where the expression is searched for in a text. */
    private List<String> pumps(String before) {
        List<String> pumps = new ArrayList<>();
        for (String one : words) {
            for (String other : words) {
                String pump = one.equals(other) ? one : one + other;
                if (isSearched && one.equals(other) || isOpen(before + pump.repeat(3))) {
                    pumps.add(pump);
                }
            }
        }
        return pumps;
    }

    private Attempt attempt(String before, String pump, String end) {
        String text = before + pump.repeat(SHORT / pump.length()) + end;
        Counted counted = new Counted(text, (long) MOST_LOOKS * text.length());
        try {
            run(counted);
            return new Attempt(before, pump, end, counted.looks, null);
        } catch (TooMuch looks) {
            String failure = "looks at each of " + text.length() + " characters more than " + MOST_LOOKS + " times";
            return new Attempt(before, pump, end, counted.looks, failure);
        } catch (StackOverflowError overflow) {
            return new Attempt(before, pump, end, counted.looks, "overflows the stack");
        }
    }

    /** What took the most, once more at the greatest length and by the clock of this thread alone. */
    private String failureOfLong(Attempt worst) {
        String text = worst.before() + worst.pump().repeat(LONG / worst.pump().length()) + worst.end();
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            run(text);
        } catch (StackOverflowError overflow) { // compiled by now, with frames that let the short texts pass
            return worst + ": overflows the stack";
        }
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1_000_000;
        return millis > LONG_MILLIS ? worst + ": " + text.length() + " characters take " + millis + " ms" : null;
    }

    private void run(CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        matcher.matches();
        matcher.reset();
        while (isSearched && matcher.find()) {
            // what is found is not looked at
        }
    }

    /** @param looks how often characters were looked at, in all */
    private record Attempt(String before, String pump, String end, long looks, String failure) {

        @Override
        public String toString() {
            return "“" + before + "”, many “" + pump + "”, “" + end + "”";
        }
    }

    private static class TooMuch extends RuntimeException {}

    /** A text that counts how often it is looked at. */
    private static class Counted implements CharSequence {

        private final String text;
        private final long most;
        private long looks;

        Counted(String text, long most) {
            this.text = text;
            this.most = most;
        }

        @Override
        public char charAt(int at) {
            if (++looks > most) {
                throw new TooMuch();
            }
            return text.charAt(at);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
