package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.ComputeProperties;
import dev.handshake.api.json.ImageBody;
import dev.handshake.api.json.ImageListBody;
import dev.handshake.api.json.ImageMetadataJson;
import dev.handshake.api.json.ImportMethods;
import dev.handshake.api.json.JsonBodyReader;
import dev.handshake.api.json.JsonEndpoint;
import dev.handshake.api.json.ListParams;
import dev.handshake.api.json.UuidParam;
import dev.handshake.catalog.ImageCreationService;
import dev.handshake.catalog.ImageList;
import dev.handshake.catalog.MemoryBoundedPage;
import dev.handshake.compute.ComputeSnapshotRequest;
import dev.handshake.compute.ComputeSnapshotService;
import dev.handshake.http.HeapLease;
import dev.handshake.image.Image;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.paging.Page;
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
import java.util.Optional;
import java.util.UUID;

/** {@code /v2/images}: lists and creates images. */
@Path("/{region}/v2/images")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ImagesApi {

    private final CurrentUser current;
    private final ImageCreationService images;
    private final ComputeSnapshotService snapshots;
    private final JsonBodyReader jsonBodyReader;
    private final ObjectMapper json;
    private final HeapLease heap;

    ImagesApi(
            CurrentUser current,
            ImageCreationService images,
            ComputeSnapshotService snapshots,
            JsonBodyReader jsonBodyReader,
            ObjectMapper json,
            HeapLease heap) {
        this.heap = heap;
        this.current = current;
        this.images = images;
        this.snapshots = snapshots;
        this.jsonBodyReader = jsonBodyReader;
        this.json = json;
    }

    @GET
    public StreamingOutput list(String region, UriInfo asked) {
        Actor actor = current.actorIn(region);
        ListParams query = new ListParams(asked.getQueryParameters());
        MemoryBoundedPage budget =
                MemoryBoundedPage.truncate(actor, ImageList.page(actor, query.filter(), query.limit()));
        heap.acquire(actor.account(), budget.bytes());
        Page<Image> found = budget.page();
        Page<ImageWithMetadata> page = new Page<>(ImageWithMetadata.load(actor, found.items()), found.next());
        return out -> new ImageListBody(page, query).write(json.createGenerator(out));
    }

    @POST
    public Response create(String region, InputStream body, UriInfo asked) throws IOException {
        Actor actor = current.actorIn(region);
        ObjectNode said = jsonBodyReader.readObject(JsonEndpoint.CREATE_IMAGE, actor, body, "an image");
        JsonNode id = said.remove("id");
        UUID wanted = id == null || id.isNull() ? null : UuidParam.parse(id.asText());
        if (actor.account().equals(said.path("owner").textValue())) {
            said.remove("owner");
        }
        if (actor.isCompute()) {
            said.remove("stores"); // kept by servers from when the schema did not declare it
        }
        Optional<ComputeSnapshotRequest> snapshot = actor.isCompute() ? ComputeProperties.take(said) : Optional.empty();
        ImageMetadata metadata = new ImageMetadataJson(said).parse();
        ImageWithMetadata made = snapshot.map(of -> snapshots.create(actor, wanted, metadata, of))
                .orElseGet(() -> images.create(actor, wanted, metadata));
        return Response.created(asked.getAbsolutePathBuilder()
                        .path(made.image().id.toString())
                        .build())
                .header("OpenStack-image-import-methods", String.join(",", ImportMethods.ALL))
                .entity(ImageBody.of(made))
                .build();
    }
}
