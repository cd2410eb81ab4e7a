package dev.handshake.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A line of {@code routes.txt}: a route, and who is refused there.
 *
 * @param resource the fixture used as its id
 * @param stranger a status, {@code own} or {@code open}
 * @param observer a status, {@code may} or {@code open}
 * @param body the request body, or the query for GET
 */
record RouteExpectation(RestRoute route, String resource, String stranger, String observer, String body) {

    static Map<RestRoute, RouteExpectation> loadAll() {
        return lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> parse(line.split("\\s+", 6)))
                .collect(Collectors.toMap(RouteExpectation::route, Function.identity()));
    }

    private static List<String> lines() {
        try (InputStream table = RouteExpectation.class.getResourceAsStream("/security/routes.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static RouteExpectation parse(String[] column) {
        String body = column.length > 5 ? column[5].strip() : "";
        return new RouteExpectation(new RestRoute(column[0], column[1]), column[2], column[3], column[4], body);
    }

    boolean isApi() {
        return route.path().matches("/\\{region}/(v2|versions).*");
    }

    boolean isMultipart() {
        return body.equals("multipart");
    }

    boolean isOpen() {
        return stranger.equals("open");
    }

    boolean isGet() {
        return route.method().equals("GET");
    }

    /** The content type of the body. */
    String contentType() {
        if (isMultipart()) {
            return "multipart/form-data; boundary=x";
        }
        if (!isApi()) {
            return "application/x-www-form-urlencoded";
        }
        return route.method().equals("PATCH")
                ? "application/openstack-images-v2.1-json-patch"
                : body.equals("data") ? "application/octet-stream" : "application/json";
    }

    /** The path with all placeholders filled in. */
    String path(Fixtures fixtures) {
        return fixtures.fillIn(pathTemplate() + (isGet() ? body : ""));
    }

    /** The path with the fixture's name as placeholder. */
    String pathTemplate() {
        String id = route.path().replace("{id}", "{" + resource + "}");
        String image = resource.equals("invitation") ? id.replace("{image}", "{invitation}") : id;
        return image.replace("schemas/{name}", "schemas/image");
    }
}
