package dev.handshake.api;

import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Downloads;
import dev.handshake.image.Filling;
import dev.handshake.image.Image;
import dev.handshake.web.Streamed;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The data of an image: in at once by {@code file}, or by {@code stage} and then an import; out by {@code file}. */
@Path("/{region}/v2/images/{id}")
@Authenticated
public class ImageDataApi {

    private final CurrentAccount current;
    private final Filling filling;
    private final Downloads downloads;

    ImageDataApi(CurrentAccount current, Filling filling, Downloads downloads) {
        this.current = current;
        this.filling = filling;
        this.downloads = downloads;
    }

    @PUT
    @Path("file")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void upload(String region, ImageId id, InputStream data, HttpHeaders said) throws IOException {
        filling.fill(current.in(region), id.uuid(), new UploadHeaders(said).check(data));
    }

    @PUT
    @Path("stage")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void stage(String region, ImageId id, InputStream data, HttpHeaders said) throws IOException {
        filling.stage(current.in(region), id.uuid(), new UploadHeaders(said).check(data));
    }

    @GET
    @Path("file")
    public Response download(String region, ImageId id, HttpHeaders asked) {
        Image image = downloads.of(current.in(region), id.uuid());
        return image.hasData() ? data(image, asked) : Streamed.none(asked).build();
    }

    private Response data(Image image, HttpHeaders asked) {
        Response answer = Streamed.of(asked, image.entityTag(), image.size, first -> downloads.read(image, first))
                .build();
        return answer.getStatus() == 200
                ? Response.fromResponse(answer).header("Content-MD5", image.md5).build()
                : answer;
    }
}
