package dev.handshake.api;

import dev.handshake.account.CurrentUser;
import dev.handshake.api.http.UploadHeaders;
import dev.handshake.api.json.UuidParam;
import dev.handshake.http.RangeResponse;
import dev.handshake.image.Image;
import dev.handshake.imagedata.DownloadService;
import dev.handshake.imagedata.ImageUploadService;
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

/**
 * The data of an image: upload through {@code file}, or through {@code stage} followed by an import; download through
 * {@code file}.
 */
@Path("/{region}/v2/images/{id}")
@Authenticated
public class ImageDataApi {

    private final CurrentUser current;
    private final ImageUploadService uploads;
    private final DownloadService downloads;

    ImageDataApi(CurrentUser current, ImageUploadService uploads, DownloadService downloads) {
        this.current = current;
        this.uploads = uploads;
        this.downloads = downloads;
    }

    @PUT
    @Path("file")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void upload(String region, UuidParam id, InputStream data, HttpHeaders said) throws IOException {
        uploads.upload(current.actorIn(region), id.uuid(), new UploadHeaders(said).validate(data));
    }

    @PUT
    @Path("stage")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void stage(String region, UuidParam id, InputStream data, HttpHeaders said) throws IOException {
        uploads.stage(current.actorIn(region), id.uuid(), new UploadHeaders(said).validate(data));
    }

    @GET
    @Path("file")
    public Response download(String region, UuidParam id, HttpHeaders asked) {
        Image image = downloads.requireDownloadable(current.actorIn(region), id.uuid());
        return image.hasData()
                ? dataResponse(image, asked)
                : RangeResponse.noContent(asked).build();
    }

    private Response dataResponse(Image image, HttpHeaders asked) {
        Response answer = RangeResponse.builder(
                        asked, image.entityTag(), image.size, first -> downloads.openStream(image, first))
                .build();
        return answer.getStatus() == 200
                ? Response.fromResponse(answer).header("Content-MD5", image.md5).build()
                : answer;
    }
}
