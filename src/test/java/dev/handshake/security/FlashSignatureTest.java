package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import dev.handshake.web.HmacSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Connection;
import org.junit.jupiter.api.Test;

/** A flash message is shown only if the portal signed it. */
@PortalTest
class FlashSignatureTest {

    private static final String FLASH = "flash message";
    private final long now = Instant.now().getEpochSecond();
    private final Cast cast = new Cast();

    @Test
    void a_message_is_shown_only_as_the_portal_signed_it() {
        String good = signedCookie(FLASH, now + 30, "Nobody sees this.");
        assertEquals(List.of("Nobody sees this."), flashMessages(good));
        String text = good.split("\\.")[1];
        for (String cookie : List.of(
                "%%%",
                "aaaa====",
                "PHNjcmlwdD4",
                "..",
                text,
                good.replace(text, "PHNjcmlwdD4"),
                good.replaceFirst("^\\d+", String.valueOf(now + 40)),
                good.substring(0, good.lastIndexOf('.')),
                good.substring(0, good.length() - 1),
                signedCookie(FLASH, now - 1, "Nobody sees this."),
                signedCookie("export link", now + 30, "Nobody sees this."))) {
            assertEquals(List.of(), flashMessages(cookie), cookie);
        }
        assertEquals(List.of("<script>"), flashMessages(signedCookie(FLASH, now + 30, "<script>")));
        assertEquals(
                List.of("Done. See it"), flashMessages(signedCookie(FLASH, now + 30, "Done.\n/DFW/images/1\nSee it")));
    }

    private static String signedCookie(String purpose, long until, String text) {
        String secret = ConfigProvider.getConfig().getValue("handshake.signing-key", String.class);
        String said = until + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return said + "." + new HmacSigner(purpose, secret).sign(said);
    }

    private List<String> flashMessages(String cookie) {
        cast.stranger.opens("/DFW/images");
        Connection request =
                cast.stranger.newRequest(TestUser.absoluteUrl("/DFW/images")).cookie("flash", cookie);
        return cast.stranger.send(request).is(200).texts(".note-done");
    }
}
