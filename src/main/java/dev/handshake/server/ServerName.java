package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageMetadata;
import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.nio.charset.StandardCharsets;

/** Validates the name of a server or snapshot. */
class ServerName {

    /** Same as for images, since snapshots are images. */
    static final int MAX_LENGTH = ImageMetadata.MAX_NAME_LENGTH;

    /** @throws RefusedException {@link Reason#NAME_REQUIRED}, {@link Reason#HIDDEN_CHARACTERS} */
    static String requireValid(String text) {
        HiddenCharacters.requireNoneInLine("The name", text);
        boolean isText =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (text.isEmpty() || Text.length(text) > MAX_LENGTH || !isText) {
            throw new RefusedException(Reason.NAME_REQUIRED, MAX_LENGTH);
        }
        return text;
    }
}
