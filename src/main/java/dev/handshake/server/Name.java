package dev.handshake.server;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.nio.charset.StandardCharsets;

/** What people call a server, or a snapshot of it. */
class Name {

    /** Characters. */
    static final int LONGEST = 255;

    /** @throws Refused {@link Reason#NO_NAME}, {@link Reason#HIDDEN_CHARACTERS} */
    static String checked(String text) {
        HiddenCharacters.requireNoneInLine("The name", text);
        boolean isText =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (text.isEmpty() || Text.length(text) > LONGEST || !isText) {
            throw new Refused(Reason.NO_NAME, LONGEST);
        }
        return text;
    }
}
