package dev.handshake.api;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.ComputeProperties;
import dev.handshake.api.json.ImageBody;
import dev.handshake.api.json.ImagePatch;
import dev.handshake.api.json.JsonBodyReader;
import dev.handshake.api.json.JsonEndpoint;
import dev.handshake.api.json.UuidParam;
import dev.handshake.catalog.ImageActionsService;
import dev.handshake.catalog.ImageService;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.provisioning.ComputeAccounts;
import dev.handshake.sharing.SharingService;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** {@code /v2/images/{id}}: one image, without its data. */
@Path("/{region}/v2/images/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ImageApi {

    private final CurrentUser current;
    private final SharingService sharing;
    private final ImageService images;
    private final ImageActionsService imageActions;
    private final ComputeAccounts accounts;
    private final JsonBodyReader jsonBodyReader;

    ImageApi(
            CurrentUser current,
            SharingService sharing,
            ImageService images,
            ImageActionsService imageActions,
            ComputeAccounts accounts,
            JsonBodyReader jsonBodyReader) {
        this.current = current;
        this.sharing = sharing;
        this.images = images;
        this.imageActions = imageActions;
        this.accounts = accounts;
        this.jsonBodyReader = jsonBodyReader;
    }

    @GET
    public Map<String, Object> show(String region, UuidParam id) {
        Actor actor = current.actorIn(region);
        List<ImageWithMetadata> seen = ImageWithMetadata.load(
                actor, List.of(sharing.loadAccess(actor, id.uuid()).image()));
        Map<String, Object> body = ImageBody.of(seen.get(0));
        if (actor.isCompute()) {
            accounts.watch(actor);
            ComputeProperties.addTo(body, seen.get(0).image());
        }
        return body;
    }

    @PATCH
    @Consumes({ImagePatch.MEDIA_TYPE, ImagePatch.MEDIA_TYPE_V20})
    public Map<String, Object> update(String region, UuidParam id, InputStream body) throws IOException {
        Actor actor = current.actorIn(region);
        ImagePatch patch = ImagePatch.parse(jsonBodyReader.read(JsonEndpoint.UPDATE_IMAGE, actor, body));
        return ImageBody.of(images.update(actor, id.uuid(), patch));
    }

    /** Deletes the image and all its memberships without confirmation, as API clients expect. */
    @DELETE
    public void delete(String region, UuidParam id) {
        images.delete(current.actorIn(region), id.uuid(), name -> true);
    }

    @POST
    @Path("actions/deactivate")
    public void deactivate(String region, UuidParam id) {
        imageActions.deactivate(current.actorIn(region), id.uuid());
    }

    /** Operators only; also applies to everything derived from the image. */
    @POST
    @Path("actions/forbid-export")
    public void forbidExport(String region, UuidParam id) {
        imageActions.markExportable(current.actorIn(region), id.uuid(), false);
    }

    @POST
    @Path("actions/allow-export")
    public void allowExport(String region, UuidParam id) {
        imageActions.markExportable(current.actorIn(region), id.uuid(), true);
    }

    @POST
    @Path("actions/reactivate")
    public void reactivate(String region, UuidParam id) {
        imageActions.reactivate(current.actorIn(region), id.uuid());
    }
}
