package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.nio.charset.StandardCharsets;

/** What people call a server, or a snapshot of it. */
class Name {

    /** Characters. */
    static final int LONGEST = 255;

    /** @throws RefusedException {@link Reason#NAME_REQUIRED}, {@link Reason#HIDDEN_CHARACTERS} */
    static String checked(String text) {
        HiddenCharacters.requireNoneInLine("The name", text);
        boolean isText =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (text.isEmpty() || Text.length(text) > LONGEST || !isText) {
            throw new RefusedException(Reason.NAME_REQUIRED, LONGEST);
        }
        return text;
    }
}
