package dev.handshake.benchmark;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The baseline of the benchmark: sends the same bytes as a page to the same user, without queries and rendering. Only in
 * the package that is measured.
 */
@Path("/{region}")
@Authenticated
@Blocking
public class FloorPage {

    private final java.nio.file.Path folder;
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();

    FloorPage(@ConfigProperty(name = "benchmark.pages") java.nio.file.Path folder) {
        this.folder = folder;
    }

    /** For browser sessions. */
    @GET
    @Path("floor/{page}")
    public Response page(String page) {
        return Response.ok(bytes(page), MediaType.TEXT_HTML + ";charset=UTF-8").build();
    }

    /** For tokens. */
    @GET
    @Path("v2/floor/{page}")
    public Response body(String page) {
        return Response.ok(bytes(page), MediaType.APPLICATION_JSON).build();
    }

    private byte[] bytes(String page) {
        return pages.computeIfAbsent(page, this::read);
    }

    private byte[] read(String page) {
        try {
            return Files.readAllBytes(folder.resolve(page));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
