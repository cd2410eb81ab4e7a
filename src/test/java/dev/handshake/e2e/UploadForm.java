package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The upload form in a user's browser, which the end of the session leaves as it is. */
class UploadForm {

    private final BrowserUser user;

    UploadForm(BrowserUser user) {
        this.user = user;
    }

    /** Opens the form, unless it is open, and fills it in. */
    BrowserUser fill(String image, byte[] file) {
        if (!user.path().endsWith("/uploads")) {
            user.opens("/DFW/images/uploads");
        }
        user.tab().field("Disk image file").setInputFiles(onDisk(file));
        return user.types("Name", image);
    }

    /** What a browser has in memory only is lost when it sends a form again. */
    private static Path onDisk(byte[] content) {
        try {
            Path file = Files.createTempFile("disk", ".img");
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Signs in through the link that opens another tab, and returns to the form. */
    BrowserUser signInElsewhere(String name) {
        BrowserTab other = user.tab().openTab(user.tab().link("Sign in (new tab)"));
        other.signIn(name);
        assertThat(other.body()).containsText("Signed in as");
        other.close();
        return user;
    }
}
