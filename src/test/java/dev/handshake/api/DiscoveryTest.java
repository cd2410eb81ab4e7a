package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Version discovery. */
@PortalTest
class DiscoveryTest {

    private final Cast cast = new Cast();
    private final ApiClient nobody = new ApiClient();

    @Test
    void the_endpoint_names_its_versions_without_a_token() {
        for (String path : List.of("/DFW", "/DFW/", "/DFW/v1", "/DFW/v1/images", "/DFW/v3")) {
            ApiClient.ApiResponse apiResponse = nobody.get(path).is(300);
            JsonNode latest = apiResponse.json().path("versions").path(0);
            assertEquals("v2.13", latest.path("id").asText());
            assertEquals("CURRENT", latest.path("status").asText());
            assertEquals(
                    TestUser.baseUrl() + "/DFW/v2/",
                    latest.path("links").path(0).path("href").asText());
            assertNotNull(apiResponse.header("X-Openstack-Request-Id"));
        }
        assertEquals(
                nobody.get("/DFW/").text(), nobody.get("/DFW/versions").is(200).text());
    }

    @Test
    void only_versions_whose_calls_are_all_here_are_announced() {
        assertEquals(
                List.of("v2.13", "v2.9", "v2.8", "v2.7", "v2.6", "v2.5", "v2.4", "v2.3", "v2.2", "v2.1", "v2.0"),
                nobody.get("/DFW/versions").json().path("versions").findValuesAsText("id"));
        ApiClient owner = ApiClient.forUser(cast.producer);
        for (String call : List.of("usage", "stores", "import")) { // of 2.13, 2.8, 2.6
            owner.get("/v2/info/" + call).is(200);
        }
        for (String call : List.of("cache", "info/stores/detail", "images/" + owner.creates("i") + "/locations")) {
            owner.get("/v2/" + call).is(404);
        }
    }

    @Test
    void links_lead_to_the_portals_own_address_whatever_host_is_asked() {
        ApiClient.ApiResponse apiResponse =
                nobody.get("/DFW/versions", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "images.example.com");
        assertTrue(apiResponse.text().contains("\"https://portal.example/DFW/v2/\""), apiResponse.text());
    }

    @Test
    void the_version_alone_leads_to_itself_with_a_slash_where_nothing_is() {
        ApiClient.ApiResponse apiResponse =
                ApiClient.forUser(cast.producer).get("/DFW/v2").is(302);
        assertTrue(apiResponse.header("Location").endsWith("/DFW/v2/"), apiResponse.header("Location"));
        ApiClient.forUser(cast.producer).get("/DFW/v2/").is(404);
    }

    @Test
    void every_minor_version_is_the_same() {
        ApiClient.forUser(cast.producer).get("/DFW/v2.9/images").is(200);
        ApiClient.forUser(cast.producer).get("/DFW/v2.15/schemas/member").is(200);
    }

    @Test
    void a_region_that_is_not_served_is_no_endpoint() {
        nobody.get("/MARS/").is(404);
        nobody.get("/MARS/versions").is(401);
        ApiClient.forUser(cast.producer).get("/MARS/versions").is(404);
        ApiClient.forUser(cast.producer).get("/MARS/v2/images").is(404);
        ApiClient.forUser(cast.producer).get("/LON/v2/images").is(404);
    }

    @Test
    void the_schemas_name_what_the_bodies_hold() {
        ApiClient apiClient = ApiClient.forUser(cast.producer);
        JsonNode member = apiClient.get("/v2/schemas/member").is(200).json();
        assertEquals("member", member.path("name").asText());
        assertEquals(
                "[\"pending\",\"accepted\",\"rejected\"]",
                member.path("properties").path("status").path("enum").toString());
        JsonNode members = apiClient.get("/v2/schemas/members").is(200).json();
        assertEquals("{schema}", members.path("links").path(0).path("href").asText());
        JsonNode image = apiClient.get("/v2/schemas/image").is(200).json();
        JsonNode made = apiClient
                .get("/v2/images/" + apiClient.creates("shaped"))
                .is(200)
                .json();
        made.fieldNames()
                .forEachRemaining(key -> assertTrue(image.path("properties").has(key), key));
        assertEquals(
                "images",
                apiClient.get("/v2/schemas/images").is(200).json().path("name").asText());
        apiClient.get("/v2/schemas/metadefs/namespace").is(404);
        apiClient.get("/v2/schemas/nothing").is(404);
    }

    @Test
    void imports_and_stores_are_named() {
        ApiClient apiClient = ApiClient.forUser(cast.producer);
        assertEquals(
                "[\"glance-direct\",\"web-download\"]",
                apiClient
                        .get("/v2/info/import")
                        .is(200)
                        .json()
                        .path("import-methods")
                        .path("value")
                        .toString());
        assertFalse(
                apiClient.get("/v2/info/stores").is(200).json().path("stores").isEmpty());
    }

    @Test
    void nothing_but_the_versions_is_told_without_a_token() {
        for (String path :
                List.of("/v2/images", "/v2/schemas/image", "/v2/info/import", "/v2/nothing", "/v2/images/1/members")) {
            ApiClient.ApiResponse apiResponse = nobody.get(path).is(401);
            assertTrue(apiResponse.header("WWW-Authenticate").startsWith("Keystone uri=\"http"));
            assertNotNull(apiResponse.header("X-Openstack-Request-Id"));
        }
        nobody.send("PATCH", "/v2/images", BodyPublishers.ofString("x")).is(401);
        nobody.send("HEAD", "/v2/images", BodyPublishers.noBody()).is(401);
    }

    @Test
    void what_is_not_spoken_is_405_and_says_what_is() {
        ApiClient apiClient = ApiClient.forUser(cast.producer);
        String members = "/v2/images/" + apiClient.creates("spoken") + "/members";
        for (String method : List.of("PUT", "DELETE", "HEAD")) {
            assertEquals("[GET, POST]", allowed(apiClient, method, members));
        }
        for (String method : List.of("POST", "PATCH", "HEAD")) {
            assertEquals("[GET, PUT, DELETE]", allowed(apiClient, method, members + "/4711"));
        }
        apiClient.send("OPTIONS", members, BodyPublishers.noBody()).is(200);
        apiClient.get(members + "/").is(404);
    }

    private static String allowed(ApiClient apiClient, String method, String path) {
        return "["
                + apiClient.send(method, path, BodyPublishers.noBody()).is(405).header("Allow") + "]";
    }

    @Test
    void a_refusal_has_the_shape_that_is_accepted() {
        String path = "/v2/images/00000000-0000-4000-8000-000000000000";
        JsonNode json = ApiClient.forUser(cast.producer).get(path).is(404).json();
        assertEquals("[message, code, title]", keys(json));
        assertEquals("404 Not Found", json.path("code").asText());
        assertEquals("Not Found", json.path("title").asText());
        assertTrue(json.path("message").asText().endsWith("<br /><br />\n\n\n"));
        for (String types : List.of("*/*", "text/html")) {
            ApiClient.ApiResponse html =
                    ApiClient.forUser(cast.producer).accepting(types).get(path).is(404);
            assertEquals("text/html;charset=UTF-8", html.header("Content-Type").replace(" ", ""));
            assertTrue(html.text().startsWith("<html>\n <head>\n  <title>404 Not Found</title>"));
        }
        for (String types : new String[] {null, "text/plain"}) {
            ApiClient.ApiResponse plain =
                    ApiClient.forUser(cast.producer).accepting(types).get(path).is(404);
            assertEquals(
                    "text/plain;charset=UTF-8", plain.header("Content-Type").replace(" ", ""));
            assertTrue(plain.text().startsWith("404 Not Found\n\n"));
        }
    }

    private static String keys(JsonNode json) {
        List<String> keys = new java.util.ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys.toString();
    }
}
