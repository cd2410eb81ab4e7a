package dev.handshake.quota;

import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.TestUser;

/** The accounts with quotas of their own in the test settings. */
class QuotaFixture {

    static TestUser user(String account) {
        return Cast.newUser("Quinn", account, Role.ADMIN);
    }

    /** Deletes all images of the client's account in DFW. */
    static void deleteImages(ApiClient apiClient) {
        var images = apiClient
                .get("/v2/images?visibility=all&limit=1000")
                .is(200)
                .json()
                .path("images");
        String own = apiClient.get("/v2/account").json().path("account").asText();
        images.forEach(each -> {
            if (each.path("owner").asText().equals(own)) {
                apiClient.delete("/v2/images/" + each.path("id").asText()).is(204);
            }
        });
    }
}
