package dev.handshake.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Downloads;
import dev.handshake.image.Filling;
import dev.handshake.image.Image;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;

/** The data of an image: in at once by {@code file}, or by {@code stage} and then {@code import}; out by {@code file}. */
@Path("/{region}/v2/images/{id}")
@Authenticated
public class ImageDataApi {

    private final CurrentAccount current;
    private final Filling filling;
    private final Downloads downloads;
    private final Bodies bodies;

    ImageDataApi(CurrentAccount current, Filling filling, Downloads downloads, Bodies bodies) {
        this.current = current;
        this.filling = filling;
        this.downloads = downloads;
        this.bodies = bodies;
    }

    @PUT
    @Path("file")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void upload(String region, ImageId id, InputStream data) throws IOException {
        filling.fill(current.in(region), id.uuid(), data);
    }

    @PUT
    @Path("stage")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void stage(String region, ImageId id, InputStream data) throws IOException {
        filling.stage(current.in(region), id.uuid(), data);
    }

    @POST
    @Path("import")
    public Response release(String region, ImageId id, InputStream body) throws IOException {
        ObjectNode said = bodies.object(body, "an import method");
        if (!InfoApi.METHOD.equals(said.path("method").path("name").asText())) {
            throw new Refused(Reason.MALFORMED, "Unknown import method name; there is " + InfoApi.METHOD);
        }
        filling.release(current.in(region), id.uuid());
        return Response.accepted().build();
    }

    @GET
    @Path("file")
    public Response download(String region, ImageId id, @HeaderParam("Range") String range) {
        Image image = downloads.of(current.in(region), id.uuid());
        return image.hasData()
                ? data(image, Slice.of(range, image.size))
                : Response.noContent().build();
    }

    private Response data(Image image, Slice slice) {
        StreamingOutput data = out -> {
            try (InputStream stored = downloads.read(image, slice.first())) {
                slice.copy(stored, out);
            }
        };
        Response.ResponseBuilder answer = Response.status(slice.isWhole() ? 200 : 206)
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, slice.length())
                .header("Accept-Ranges", "bytes")
                .entity(data);
        return (slice.isWhole()
                        ? answer.header("Content-MD5", image.md5)
                        : answer.header("Content-Range", slice.range()))
                .build();
    }
}
