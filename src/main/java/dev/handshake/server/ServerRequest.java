package dev.handshake.server;

import dev.handshake.web.Text;
import java.util.UUID;

/**
 * A server that somebody wants.
 *
 * @param id that it is to have; a second order with the same id is the first one's button pressed twice
 * @param name is kept in Unicode's NFC
 * @param flavor the name of its size
 * @param image the id of what it starts from
 */
public record ServerRequest(UUID id, String name, String flavor, UUID image) {

    public ServerRequest {
        name = Text.toNfc(name);
    }
}
