package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI document matches the API: the same calls, no more and no fewer, and bodies of the documented shapes. */
@PortalTest
class OpenApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void every_call_is_in_the_document_and_nothing_else() {
        Set<String> told = new TreeSet<>();
        document()
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> told.add(method + " " + path.getKey())));
        told.removeIf(each -> each.startsWith("parameters "));
        assertEquals(String.join("\n", implementedCalls()), String.join("\n", told));
    }

    private static Set<String> implementedCalls() {
        String[] classes =
                new File("target/classes/dev/handshake/api").list((folder, name) -> name.endsWith("Api.class"));
        return Arrays.stream(classes).flatMap(OpenApiTest::calls).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> calls(String file) {
        try {
            return calls(Class.forName("dev.handshake.api." + file.replace(".class", "")));
        } catch (ClassNotFoundException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Stream<String> calls(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                        .filter(each -> each != null)
                        .map(each -> each.value().toLowerCase(Locale.ROOT) + " " + pathOf(resource, method)));
    }

    private static String pathOf(Class<?> resource, Method method) {
        Path more = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + (more == null ? "" : "/" + more.value());
        return path.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replace("/versions/choices", "/");
    }

    @Test
    void bodies_have_the_shapes_that_the_document_names() {
        UUID image = owner.creates("told");
        String path = "/v2/images/" + image;
        owner.offers(image, cast.consumer.account).is(200);
        assertMatches("Image", owner.get(path).is(200).json());
        assertMatches("Images", owner.get("/v2/images?limit=1").is(200).json());
        assertMatches(
                "Member",
                owner.get(path + "/members/" + cast.consumer.account).is(200).json());
        assertMatches(
                "Reminder",
                owner.post(path + "/members/" + cast.consumer.account + "/reminders", "")
                        .is(200)
                        .json());
        assertMatches("Members", owner.get(path + "/members").is(200).json());
        assertMatches("Offers", owner.get("/v2/offers").is(200).json());
        assertMatches(
                "Results",
                owner.post("/v2/offers", "{\"images\":[\"" + image + "\"],\"members\":[\"1\",\"x\"]}")
                        .json());
        assertMatches("Account", owner.get("/v2/account").is(200).json());
        assertMatches("Versions", owner.get("/versions").is(200).json());
        assertMatches(
                "Fault", owner.get("/v2/images/" + UUID.randomUUID()).is(404).json());
    }

    private static void assertMatches(String name, JsonNode body) {
        assertMatches(document().path("components").path("schemas").path(name), body, name);
    }

    private static void assertMatches(JsonNode schema, JsonNode body, String where) {
        if (schema.has("$ref")) {
            assertMatches(schema.path("$ref").asText().replaceAll(".*/", ""), body);
            return;
        }
        schema.path("required").forEach(each -> assertTrue(body.has(each.asText()), where + " lacks " + each));
        body.fields().forEachRemaining(each -> {
            JsonNode known = schema.path("properties").path(each.getKey());
            assertTrue(!known.isMissingNode() || schema.has("additionalProperties"), where + ": " + each.getKey());
            assertMatches(known, each.getValue(), where + "." + each.getKey());
        });
        if (body.isArray()) {
            body.forEach(each -> assertMatches(schema.path("items"), each, where + "[]"));
        }
        hasType(schema, body, where);
    }

    private static void hasType(JsonNode schema, JsonNode body, String where) {
        boolean fits = switch (schema.path("type").asText("")) {
            case "string" -> body.isTextual();
            case "integer" -> body.isIntegralNumber();
            case "boolean" -> body.isBoolean();
            case "array" -> body.isArray();
            case "object" -> body.isObject();
            default -> true;
        };
        assertTrue(fits || body.isNull() && schema.path("nullable").asBoolean(), where + " is " + body);
        if (schema.has("enum")) {
            assertTrue(schema.path("enum").toString().contains("\"" + body.asText() + "\""), where + " is " + body);
        }
    }

    /** Served without a token. */
    private static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(URI.create(TestUser.baseUrl() + "/openapi.json").toURL());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
