package dev.handshake.api;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Described;
import dev.handshake.image.Sharing;
import dev.handshake.image.Upkeep;
import dev.handshake.image.Withholding;
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

    private final CurrentAccount current;
    private final Sharing sharing;
    private final Upkeep upkeep;
    private final Withholding withholding;
    private final Bodies bodies;

    ImageApi(CurrentAccount current, Sharing sharing, Upkeep upkeep, Withholding withholding, Bodies bodies) {
        this.current = current;
        this.sharing = sharing;
        this.upkeep = upkeep;
        this.withholding = withholding;
        this.bodies = bodies;
    }

    @GET
    public Map<String, Object> show(String region, ImageId id) {
        Actor actor = current.in(region);
        List<Described> seen =
                Described.of(actor, List.of(sharing.see(actor, id.uuid()).image()));
        return ImageBody.of(seen.get(0));
    }

    @PATCH
    @Consumes({ImagePatch.TYPE, ImagePatch.OLD_TYPE})
    public Map<String, Object> change(String region, ImageId id, InputStream body) throws IOException {
        Actor actor = current.in(region);
        ImagePatch patch = ImagePatch.read(bodies.read(JsonCall.CHANGE_IMAGE, actor, body));
        return ImageBody.of(upkeep.amend(actor, id.uuid(), patch));
    }

    /** At once, with all memberships: clients do not ask twice. */
    @DELETE
    public void delete(String region, ImageId id) {
        upkeep.delete(current.in(region), id.uuid(), name -> true);
    }

    @POST
    @Path("actions/deactivate")
    public void deactivate(String region, ImageId id) {
        withholding.deactivate(current.in(region), id.uuid());
    }

    /** The operator's word, which holds for whatever is made of the image too. */
    @POST
    @Path("actions/forbid-export")
    public void forbidExport(String region, ImageId id) {
        withholding.markExportable(current.in(region), id.uuid(), false);
    }

    @POST
    @Path("actions/allow-export")
    public void allowExport(String region, ImageId id) {
        withholding.markExportable(current.in(region), id.uuid(), true);
    }

    @POST
    @Path("actions/reactivate")
    public void reactivate(String region, ImageId id) {
        withholding.reactivate(current.in(region), id.uuid());
    }
}
