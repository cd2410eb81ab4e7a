package dev.handshake.e2e;

import dev.handshake.disk.DiskFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers and snapshots made from a shared image belong to the consumer and outlive the share. */
@ExtendWith(BrowserEnvironmentExtension.class)
class ServersIT {

    private static final String NAME = "Ubuntu 24.04 with a build agent";
    private static final String SERVER = "Build agent in the basement";
    private static final String SNAPSHOT = "Build agent as it was";
    private static final String IRIS = "300400";

    private final BrowserEnvironment browserEnvironment;
    private final BrowserUser nora;
    private final BrowserUser iris;

    ServersIT(BrowserEnvironment browserEnvironment) {
        this.browserEnvironment = browserEnvironment;
        this.nora = browserEnvironment.user("nora");
        this.iris = browserEnvironment.user("iris");
    }

    @Test
    void servers_and_snapshots_of_a_consumer_outlive_the_share() {
        String image = nora.uploads(NAME, DiskFiles.qcow2(30L << 30)).path();
        nora.offers(image, IRIS);
        irisIsRemindedAndStartsById(image);
        irisChoosesItFromTheList(image);
        String server = irisStartsOne();
        String snapshot = irisTakesASnapshot(server);
        onlyHerAccountSees(server, SERVER);
        onlyHerAccountSees(snapshot, SNAPSHOT);
        noraRemovesIris(image);
        irisKeepsTheServer(server);
        nora.deletes(image, NAME);
        irisSharesTheSnapshotOn(snapshot);
        irisDeletesIt(server);
    }

    private void irisIsRemindedAndStartsById(String image) {
        iris.opens("/DFW/servers").sees("does not start machines itself").follows("Register server");
        iris.sees("1 invitation is waiting for your decision", "Or enter an image id")
                .doesNotSee(NAME);
        iris.types("Or enter an image id", "no id").presses("Use this id").sees("Not found");
        iris.types("Or enter an image id", image.replaceAll(".*/", "")).presses("Use this id");
        iris.sees(NAME, "Shared", "by account 100200", "needs 30 GiB of disk");
    }

    private void irisChoosesItFromTheList(String image) {
        iris.opens(image).presses("Accept").opens("/DFW/servers/new").types("Name", "BUILD AGENT");
        iris.presses("Search").seesLine(NAME, "Shared").follows("Choose " + NAME);
    }

    private String irisStartsOne() {
        iris.types("Name", SERVER).chooses("Size", "tiny").presses("Register server");
        iris.sees("has a 10 GiB disk; this image needs 30 GiB").chooses("Size", "small");
        iris.presses("Register server").sees("is registered", SERVER, "small", NAME);
        String server = iris.path();
        iris.presses("Stop")
                .sees("is recorded as stopped")
                .presses("Start again")
                .sees("started again");
        iris.opens("/DFW/servers").seesLine(SERVER, "active", "from " + NAME);
        return server;
    }

    private String irisTakesASnapshot(String server) {
        iris.opens(server).sees("The portal runs no machines", "No snapshots yet");
        iris.types("Name of the new snapshot", SNAPSHOT).presses("Take snapshot");
        String snapshot =
                iris.sees("It belongs to your account alone", SNAPSHOT).path();
        iris.follows("Details").sees(NAME, "server " + SERVER, "this image");
        iris.opens(server).seesLine(SNAPSHOT, "Iris Okafor").sees(SNAPSHOT);
        return snapshot;
    }

    private void onlyHerAccountSees(String page, String name) {
        nora.opens(page).sees("Not found").doesNotSee(name);
        nora.opens("/DFW/images").doesNotSee(name).opens("/DFW/servers").doesNotSee(name);
        browserEnvironment.user("otto").opens(page).canOnlyRead().sees(name);
    }

    private void irisSharesTheSnapshotOn(String snapshot) {
        iris.offers(snapshot, "500600").seesLine("500600", "offered");
        BrowserUser ravi = browserEnvironment.user("ravi");
        ravi.opens(snapshot).sees("a server of account " + IRIS).doesNotSee(NAME, SERVER, "100200");
        iris.opens(snapshot + "/details").sees(NAME, "source no longer shared");
        iris.deletes(snapshot, SNAPSHOT);
    }

    private void noraRemovesIris(String image) {
        nora.opens(image).tab().link("Remove… account " + IRIS).click();
        nora.presses("Remove").sees("no longer a member");
    }

    private void irisKeepsTheServer(String server) {
        iris.opens(server).sees(SERVER, "active", NAME, "source no longer shared");
        iris.opens("/DFW/servers").seesLine(SERVER, "source no longer shared");
    }

    private void irisDeletesIt(String server) {
        iris.opens(server).follows("Delete…").sees("Delete this server?").presses("Delete");
        iris.sees("is recorded as deleted").opens("/DFW/servers").doesNotSee(SERVER);
        iris.opens("/DFW/servers?status=deleted").seesLine(SERVER, "deleted").sees(SERVER);
    }
}
