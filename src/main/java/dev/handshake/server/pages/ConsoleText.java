package dev.handshake.server.pages;

import java.util.regex.Pattern;

/** The console log of a server as a page shows it: a guest can write anything there. */
final class ConsoleText {

    /** Colors and cursor movements (ECMA-48, 5.4). */
    private static final Pattern ESCAPE_SEQUENCES = Pattern.compile("\u001b(\\[[0-?]*[ -/]*[@-~]|[@-Z\\\\-_])");

    /** Control characters, and those that change the direction of text. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t]]");

    private ConsoleText() {}

    static String clean(String output) {
        String lines = output.replace("\r\n", "\n").replace('\r', '\n');
        return HIDDEN.matcher(ESCAPE_SEQUENCES.matcher(lines).replaceAll("")).replaceAll("\ufffd");
    }
}
