package dev.handshake.api;

import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Upkeep;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** {@code /v2/images/{id}/tags/{tag}}: one word on an image. */
@Path("/{region}/v2/images/{id}/tags/{tag}")
@Authenticated
public class TagsApi {

    private final CurrentAccount current;
    private final Upkeep upkeep;

    TagsApi(CurrentAccount current, Upkeep upkeep) {
        this.current = current;
        this.upkeep = upkeep;
    }

    @PUT
    public void put(String region, ImageId id, String tag) {
        upkeep.amend(current.in(region), id.uuid(), traits -> traits.tagged(tag));
    }

    @DELETE
    public void remove(String region, ImageId id, String tag) {
        upkeep.amend(current.in(region), id.uuid(), traits -> traits.untagged(tag));
    }
}
