package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users see while a dependency is down, and how quickly the portal recovers. */
class DependencyOutageIT {

    @Test
    @ExtendWith(SharedPortalExtension.class)
    void without_the_database_both_doors_ask_to_come_back_and_work_once_it_has(SharedPortal shared) throws Exception {
        PackagedPortal portal = shared.portal();
        String account = "100210";
        VirtualUser nora = new VirtualUser(portal.uri("/"), account);
        ApiClient apiClient = new ApiClient(shared.token(account));
        String images = portal.uri("/DFW/v2/images").toString();
        assertEquals(200, nora.signsIn("/DFW/images").status());
        ApiClient.idOf(apiClient.post(images, "{}"));
        shared.withoutDatabase(() -> {
            for (int times = 0; times < 3; times++) {
                assertUnavailable(nora.opens("/DFW/images"), "The database is not responding");
                ApiClient.ApiResponse fault = apiClient.get(images).is(503);
                assertTrue(fault.json().path("message").asText().startsWith("The database is not responding"));
                assertEquals("5", fault.header("Retry-After"));
            }
        });
        assertEquals(200, nora.opens("/DFW/images").status());
        assertEquals(1, apiClient.get(images).is(200).json().path("images").size());
    }

    private static void assertUnavailable(VirtualUser.PageResponse pageResponse, String sentence) {
        assertEquals(503, pageResponse.status(), pageResponse.body());
        assertTrue(pageResponse.document().text().contains(sentence), pageResponse.body());
        assertEquals("5", pageResponse.retryAfter());
    }

    @Test
    void without_the_provider_who_is_signed_in_goes_on_until_the_portal_starts_again_and_nobody_else_comes_in()
            throws Exception {
        try (PackagedEnvironment packagedEnvironment = new PackagedEnvironment(Map.of());
                PackagedPortal portal = packagedEnvironment.startPortal()) {
            VirtualUser nora = new VirtualUser(portal.uri("/"), "100200");
            nora.signsIn("/DFW/images");
            VirtualUser late = new VirtualUser(portal.uri("/"), "300400");
            packagedEnvironment.nextSignInLasts(4, "300400");
            late.signsIn("/DFW/images");
            VirtualUser onTheWay = new VirtualUser(portal.uri("/"), "500600");
            String token = packagedEnvironment.token("100200");
            String state = onTheWay.opens("/DFW/images").uri().getQuery().replaceAll(".*state=([^&]*).*", "$1");
            packagedEnvironment.identityProvider().shutdown();
            Thread.sleep(4_000);
            assertEquals(200, nora.opens("/DFW/images").status());
            assertUnavailable(late.opens("/DFW/images"), "The sign-in provider is not responding");
            assertUnavailable(
                    onTheWay.opens("/login/callback?code=1&state=" + state), "The sign-in provider is not responding");
            portal.terminate();
            portal.restart();
            assertUnavailableToEverybody(portal, nora, token);
        }
    }

    private static void assertUnavailableToEverybody(PackagedPortal portal, VirtualUser nora, String token) {
        assertUnavailable(nora.opens("/DFW/images"), "The sign-in provider is not responding");
        assertUnavailable(
                new VirtualUser(portal.uri("/"), "300400").opens("/DFW/images"),
                "The sign-in provider is not responding");
        assertUnavailable(nora.opens("/login/callback?code=1&state=2"), "The sign-in provider is not responding");
        new ApiClient(token).get(portal.uri("/DFW/v2/images").toString()).is(503);
        assertEquals(200, nora.opens("/signed-out").status());
    }

    /** The test provider's tokens claim to be valid for an hour. */
    @Test
    void nobody_is_taken_to_be_signed_in_for_longer_than_the_operator_says() throws Exception {
        try (PackagedEnvironment packagedEnvironment =
                        new PackagedEnvironment(Map.of("HANDSHAKE_SIGN_IN_ID_TOKEN_TTL", "2s"));
                PackagedPortal portal = packagedEnvironment.startPortal()) {
            VirtualUser nora = new VirtualUser(portal.uri("/"), "100200");
            assertEquals(200, nora.signsIn("/DFW/images").status());
            Thread.sleep(3_500);
            assertEquals(200, nora.opens("/DFW/images").status(), "asked for, and said again");
            assertEquals("/DFW/images", nora.opens("/DFW/images").uri().getPath());
            packagedEnvironment.identityProvider().shutdown();
            Thread.sleep(3_500);
            assertUnavailable(nora.opens("/DFW/images"), "The sign-in provider is not responding");
        }
    }
}
