package dev.handshake.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pages, mails, refusals and docs call each thing by one name. The expressions below are the other names that things
 * had, or are often given.
 */
class PageWordsTest {

    /** Anywhere in a text. */
    private static final List<String> REPLACED = List.of(
            "[Bb]r(ing|ings|ought) (it |them )?in\\b", // Add image, Upload, Import
            "[Ff]ile at an address",
            "\\b[Ff]etch it\\b",
            "\\b[Cc]ancel the offer\\b", // Withdraw, Remove
            "\\b([Tt]ake|[Tt]akes|[Tt]aken|[Tt]ook) (it |them )?back\\b",
            "\\b[Dd]rop it\\b", // Reject
            "\\b[Dd]ecide later\\b", // Move back to pending
            "\\b(un)?tick(s|ed)?\\b", // Select
            "\\bTick\\b",
            "\\b[Tt]ake (it|this image|data) out\\b", // Export
            "\\b[Ll]eaves? the cloud\\b",
            "\\b[Ww]ho helps\\b", // Support contact
            "\\b[Ww]here it comes from\\b", // Origin
            "\\b([Nn]otices|Notice|([Aa]|[Nn]o) notice)\\b", // Notifications
            "\\b[Mm]ail and muting\\b",
            "\\b[Hh]ear it again\\b", // Unmute
            "\\b[Dd]esk\\b", // Abuse reports
            "\\b(out of|back into) use\\b", // Suspend, Lift suspension
            "\\bon the way\\b|\\bOn the way\\b",
            "\\b[Ww]hat your account reported\\b", // Your reports
            "\\b[Ww]hat was asked for\\b", // Request
            "GiB and hour", // GiB-hour
            "\\bNot possible\\b",
            "\\b[Ss]omebody\\b|\\b[Ww]hoever\\b",
            "\\brecognised\\b|\\blicences?\\b|\\bcancelled\\b");

    /** The whole of a label. */
    private static final List<String> REPLACED_LABELS =
            List.of("Keep", "Keep it", "Keep them", "Facts", "Details…", "success", "failure", "processing", "over");

    private static final Pattern TEXT = Pattern.compile(String.join("|", REPLACED));
    private static final Pattern LABEL = Pattern.compile(">\\s*(" + String.join("|", REPLACED_LABELS) + ")\\s*<");
    private static final Pattern JAVA_STRING =
            Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)* (?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern JAVA_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern MARKUP = Pattern.compile("\\{[^}]*}|(?<=<)[^<>]*(?=>)");

    @Test
    void pages_and_mails_use_one_name_for_each_thing() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/resources/templates", "")) {
            String text = Files.readString(file);
            found.addAll(find(file, LABEL, text));
            found.addAll(find(file, TEXT, MARKUP.matcher(text).replaceAll("")));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void what_code_says_uses_them_too() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/java", ".java")) {
            String code = JAVA_COMMENT.matcher(Files.readString(file)).replaceAll("");
            String said =
                    JAVA_STRING.matcher(code).results().map(MatchResult::group).collect(Collectors.joining("\n"));
            found.addAll(find(file, TEXT, said));
        }
        for (Path file : files("src/main/resources/META-INF/resources", ".js")) {
            found.addAll(find(file, TEXT, Files.readString(file)));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void the_documentation_uses_them_too() throws IOException {
        List<String> found = new ArrayList<>(find(Path.of("README.md"), TEXT, Files.readString(Path.of("README.md"))));
        for (Path file : files("src/docs", ".md")) {
            found.addAll(find(file, TEXT, Files.readString(file)));
        }
        assertEquals(List.of(), found);
    }

    private static List<String> find(Path file, Pattern words, String text) {
        return words.matcher(text)
                .results()
                .map(match -> file + ": " + match.group())
                .toList();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(
                            each -> Files.isRegularFile(each) && each.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
