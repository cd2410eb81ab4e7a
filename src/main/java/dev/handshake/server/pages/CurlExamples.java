package dev.handshake.server.pages;

import dev.handshake.server.Server;
import dev.handshake.web.Urls;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The curl command shown beside each action on the server pages. */
@RequestScoped
@Named("serverCurl")
public class CurlExamples {

    private static final String CURL = "curl -H \"X-Auth-Token: $TOKEN\" ";

    private final UriInfo uriInfo;

    CurlExamples(UriInfo uriInfo) {
        this.uriInfo = uriInfo;
    }

    public String list(String region) {
        return CURL + serversUrl(region);
    }

    public String start(String region, UUID image) {
        String body = "{\"name\": \"NAME\", \"image\": \"" + image + "\", \"flavor\": \"SIZE\"}";
        return CURL + "-d '" + body + "' " + serversUrl(region);
    }

    /** @param verb {@code stop} or {@code start} */
    public String action(Server server, String verb) {
        return CURL + "-X POST " + serversUrl(server.region) + "/" + server.id + "/" + verb;
    }

    public String snapshot(Server server) {
        String body = server.compute() == null ? "{\"data\": \"as-started\"}" : "{\"name\": \"NAME\"}";
        return CURL + "-d '" + body + "' " + serversUrl(server.region) + "/" + server.id + "/snapshots";
    }

    public String delete(Server server) {
        return CURL + "-X DELETE " + serversUrl(server.region) + "/" + server.id;
    }

    private String serversUrl(String region) {
        return uriInfo.getBaseUri().resolve(Urls.servers(region)).toString();
    }
}
