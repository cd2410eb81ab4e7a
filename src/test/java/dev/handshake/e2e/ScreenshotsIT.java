package dev.handshake.e2e;

import dev.handshake.disk.DiskFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Opens the pages shown in the README. With {@code -Dscreenshots=true} it writes screenshots to src/docs/images. */
@ExtendWith(BrowserEnvironmentExtension.class)
class ScreenshotsIT {

    private static final Path PICTURES = Path.of("src/docs/images");
    private static final String WEB = "ubuntu-24.04-nginx";
    private static final String DATABASE = "debian-13-postgresql";
    private static final String IRIS = "300400";
    private static final String RAVI = "500600";
    private static final String SAM = "700800";

    private final BrowserUser nora;
    private final BrowserUser iris;
    private final BrowserUser ravi;
    private final BrowserUser sam;

    ScreenshotsIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.user("nora");
        this.iris = browserEnvironment.user("iris");
        this.ravi = browserEnvironment.user("ravi");
        this.sam = browserEnvironment.user("sam");
    }

    @Test
    void the_pages_that_the_readme_shows_are_there() {
        String web = nora.uploads(WEB, DiskFiles.qcow2(20L << 30)).path();
        String database = nora.uploads(DATABASE, DiskFiles.qcow2(40L << 30)).path();
        nora.offers(web, IRIS, RAVI, SAM).offers(database, IRIS);
        ravi.opens("/DFW/invitations").presses("Accept " + WEB);
        sam.opens("/DFW/invitations").presses("Accept " + WEB);
        nora.opens(web).seesRow(RAVI, "accepted").seesRow(IRIS, "pending");
        show(nora, "image.png");
        iris.opens("/DFW/invitations").sees(WEB, DATABASE);
        show(iris, "invitations.png");
        nora.deletes(web, WEB).deletes(database, DATABASE);
    }

    private static void show(BrowserUser user, String picture) {
        if (Boolean.getBoolean("screenshots")) {
            user.takesScreenshot(PICTURES.resolve(picture));
        }
    }
}
