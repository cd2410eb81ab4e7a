package dev.handshake.api;

import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.UuidParam;
import dev.handshake.catalog.ImageService;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** {@code /v2/images/{id}/tags/{tag}}: adds or removes one tag. */
@Path("/{region}/v2/images/{id}/tags/{tag}")
@Authenticated
public class TagsApi {

    private final CurrentUser current;
    private final ImageService images;

    TagsApi(CurrentUser current, ImageService images) {
        this.current = current;
        this.images = images;
    }

    @PUT
    public void add(String region, UuidParam id, String tag) {
        images.update(current.actorIn(region), id.uuid(), imageMetadata -> imageMetadata.withTag(tag));
    }

    @DELETE
    public void remove(String region, UuidParam id, String tag) {
        images.update(current.actorIn(region), id.uuid(), imageMetadata -> imageMetadata.withoutTag(tag));
    }
}
