package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /v2/info}: what clients ask before they bring in data. */
@Path("/{region}/v2/info")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class InfoApi {

    /** The one store, since clients wait until an image names those that they were told of. */
    static final String STORE = "images";

    record Methods(@JsonProperty("import-methods") Choice methods) {}

    record Choice(String description, String type, List<String> value) {}

    record Stores(List<Store> stores) {}

    record Store(String id, @JsonProperty("default") String isDefault) {}

    @GET
    @Path("import")
    public Methods methods() {
        return new Methods(new Choice("Import methods available.", "array", ImportApi.METHODS));
    }

    @GET
    @Path("stores")
    public Stores stores() {
        return new Stores(List.of(new Store(STORE, "true")));
    }
}
