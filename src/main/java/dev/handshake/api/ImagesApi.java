package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Announcing;
import dev.handshake.image.Described;
import dev.handshake.image.Image;
import dev.handshake.image.ImageList;
import dev.handshake.image.PageBudget;
import dev.handshake.web.HeapLease;
import dev.handshake.web.Page;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** {@code /v2/images}: the image list, and new images. */
@Path("/{region}/v2/images")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ImagesApi {

    private final CurrentAccount current;
    private final Announcing announcing;
    private final Bodies bodies;
    private final ObjectMapper json;
    private final HeapLease heap;

    ImagesApi(CurrentAccount current, Announcing announcing, Bodies bodies, ObjectMapper json, HeapLease heap) {
        this.heap = heap;
        this.current = current;
        this.announcing = announcing;
        this.bodies = bodies;
        this.json = json;
    }

    @GET
    public StreamingOutput list(String region, UriInfo asked) {
        Actor actor = current.in(region);
        ListQuery query = new ListQuery(asked.getQueryParameters());
        PageBudget budget = PageBudget.cut(actor, ImageList.page(actor, query.filter(), query.limit()));
        heap.take(actor.account(), budget.bytes());
        Page<Image> found = budget.page();
        Page<Described> page = new Page<>(Described.of(actor, found.items()), found.next());
        return out -> new ImageListBody(page, query).write(json.createGenerator(out));
    }

    @POST
    public Response create(String region, InputStream body, UriInfo asked) throws IOException {
        Actor actor = current.in(region);
        ObjectNode said = bodies.object(JsonCall.CREATE_IMAGE, actor, body, "an image");
        JsonNode id = said.remove("id");
        UUID wanted = id == null || id.isNull() ? null : ImageId.said(id.asText());
        if (actor.account().equals(said.path("owner").textValue())) {
            said.remove("owner");
        }
        Described made = announcing.announce(actor, wanted, new TraitsJson(said).read());
        return Response.created(asked.getAbsolutePathBuilder()
                        .path(made.image().id.toString())
                        .build())
                .header("OpenStack-image-import-methods", String.join(",", ImportApi.METHODS))
                .entity(ImageBody.of(made))
                .build();
    }
}
