package dev.handshake.server;

import dev.handshake.web.Text;
import java.util.UUID;

/**
 * A request to start a server.
 *
 * @param id of the new server; a second request with the same id is treated as a repetition
 * @param name normalized to NFC
 * @param flavor the name of its size
 * @param image the id of the image to start from
 */
public record ServerRequest(UUID id, String name, String flavor, UUID image) {

    public ServerRequest {
        name = Text.toNfc(name);
    }
}
