package dev.handshake.e2e;

import dev.handshake.disk.DiskFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a consumer makes of a shared image is its own, and stays. */
@ExtendWith(OnStage.class)
class ServersIT {

    private static final String NAME = "Ubuntu 24.04 with a build agent";
    private static final String SERVER = "Build agent in the basement";
    private static final String IRIS = "300400";

    private final Stage stage;
    private final Person nora;
    private final Person iris;

    ServersIT(Stage stage) {
        this.stage = stage;
        this.nora = stage.person("nora");
        this.iris = stage.person("iris");
    }

    @Test
    void a_consumer_starts_a_server_that_outlives_the_share() {
        String image = nora.brings(NAME, DiskFiles.qcow2(30L << 30)).path();
        nora.offers(image, IRIS);
        irisIsRemindedAndStartsById(image);
        irisChoosesItFromTheList(image);
        String server = irisStartsOne();
        nobodyElseSeesIt(server);
        noraTakesTheImageBack(image);
        irisKeepsTheServer(server);
        nora.deletes(image, NAME);
        irisEndsIt(server);
    }

    private void irisIsRemindedAndStartsById(String image) {
        iris.opens("/DFW/servers").sees("starts no machine itself").follows("Start a server");
        iris.sees("1 invitation waits for your answer", "Or the id of an image").doesNotSee(NAME);
        iris.types("Or the id of an image", "no id").presses("Choose by id").sees("There is nothing here");
        iris.types("Or the id of an image", image.replaceAll(".*/", "")).presses("Choose by id");
        iris.sees(NAME, "Shared", "by account 100200", "needs 30 GiB of disk");
    }

    private void irisChoosesItFromTheList(String image) {
        iris.opens(image).presses("Accept").opens("/DFW/servers/new").types("Name", "BUILD AGENT");
        iris.presses("Search").seesLine(NAME, "Shared").follows("Choose " + NAME);
    }

    private String irisStartsOne() {
        iris.types("Name", SERVER).chooses("Size", "tiny").presses("Start the server");
        iris.sees("has a disk of 10 GiB; this image needs 30 GiB").chooses("Size", "small");
        iris.presses("Start the server").sees("is on record as started", SERVER, "small", NAME);
        String server = iris.path();
        iris.presses("Stop")
                .sees("is on record as stopped")
                .presses("Start again")
                .sees("started again");
        iris.opens("/DFW/servers").seesLine(SERVER, "active", "from " + NAME);
        return server;
    }

    private void nobodyElseSeesIt(String server) {
        nora.opens(server).sees("Not found").opens("/DFW/servers").doesNotSee(SERVER);
        stage.person("otto")
                .opens(server)
                .canOnlyRead()
                .sees(SERVER)
                .opens("/DFW/servers")
                .canOnlyRead();
    }

    private void noraTakesTheImageBack(String image) {
        nora.opens(image).unfolds("of account " + IRIS).presses("Remove now").sees("no longer a member");
    }

    private void irisKeepsTheServer(String server) {
        iris.opens(server).sees(SERVER, "active", NAME, "source no longer shared");
        iris.opens("/DFW/servers").seesLine(SERVER, "source no longer shared");
    }

    private void irisEndsIt(String server) {
        iris.opens(server).follows("Delete…").sees("Delete this server?").presses("Delete");
        iris.sees("is on record as deleted").opens("/DFW/servers").doesNotSee(SERVER);
        iris.opens("/DFW/servers?status=deleted").seesLine(SERVER, "deleted").sees(SERVER);
    }
}
