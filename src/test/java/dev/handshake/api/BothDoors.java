package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.OfferForm;
import dev.handshake.testing.TestUser;
import java.util.UUID;

/** The same request made twice: by a form of the pages, then by a call of the API. */
record BothDoors(HtmlPage page, ApiClient.ApiResponse response) {

    static BothDoors offer(TestUser by, UUID image) {
        return offer(by, image, "4711");
    }

    static BothDoors offer(TestUser by, UUID image, String number) {
        return new BothDoors(
                by.posts(OfferForm.PATH, OfferForm.fields(image, number)),
                ApiClient.forUser(by).offers(image, number));
    }

    static BothDoors remove(TestUser by, UUID image, String whom) {
        return new BothDoors(
                by.posts("/DFW/images/" + image + "/offers/" + whom + "/removal"),
                ApiClient.forUser(by).removes(image, whom));
    }

    /**
     * @param whose the member in the API call; the form always decides for the account of {@code by}
     * @param noun the decision as the form names it; {@code status} is the API's name
     */
    static BothDoors decide(TestUser by, UUID image, String whose, String noun, String status) {
        return new BothDoors(
                by.posts("/DFW/invitations/" + image + "/" + noun),
                ApiClient.forUser(by).decides(image, whose, status));
    }

    static BothDoors change(TestUser by, UUID image) {
        return new BothDoors(
                by.posts("/DFW/images/" + image + "/details", "name", "mine now"),
                ApiClient.forUser(by).patch(image, ApiClient.replace("name", "\"mine now\"")));
    }

    static BothDoors delete(TestUser by, UUID image) {
        return new BothDoors(
                by.posts("/DFW/images/" + image + "/deletion", "name", "x"),
                ApiClient.forUser(by).delete("/v2/images/" + image));
    }

    void refuse(Reason reason) {
        assertEquals(new RefusedException(reason).message(), apiMessage());
        refuse(reason.status());
    }

    /** Expects the same status and message. */
    void refuse(int status) {
        response.is(status);
        page.is(status).says(apiMessage());
    }

    /** The API's message without its HTML. */
    String apiMessage() {
        return response.json()
                .path("message")
                .asText()
                .replace("<br /><br />\n\n\n", "")
                .replace("&quot;", "\"");
    }
}
