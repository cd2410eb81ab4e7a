package dev.handshake.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The line to type beside each thing to press on the server pages. */
@RequestScoped
@Named("serverLines")
public class CommandLines {

    private static final String CURL = "curl -H \"X-Auth-Token: $TOKEN\" ";

    private final UriInfo asked;

    CommandLines(UriInfo asked) {
        this.asked = asked;
    }

    public String list(String region) {
        return CURL + servers(region);
    }

    public String start(String region, UUID image) {
        String body = "{\"name\": \"NAME\", \"image\": \"" + image + "\", \"flavor\": \"SIZE\"}";
        return CURL + "-d '" + body + "' " + servers(region);
    }

    /** @param verb {@code stop} or {@code start} */
    public String turn(Server server, String verb) {
        return CURL + "-X POST " + servers(server.region) + "/" + server.id + "/" + verb;
    }

    public String snapshot(Server server) {
        return CURL + "-d '{\"data\": \"as-started\"}' " + servers(server.region) + "/" + server.id + "/snapshots";
    }

    public String delete(Server server) {
        return CURL + "-X DELETE " + servers(server.region) + "/" + server.id;
    }

    private String servers(String region) {
        return asked.getBaseUri() + region + "/servers";
    }
}
