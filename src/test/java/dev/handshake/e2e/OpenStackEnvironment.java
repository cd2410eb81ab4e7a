package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import java.net.URI;
import java.nio.file.Path;

/** A real Nova beside a packaged portal, which is its Image service. */
class OpenStackEnvironment implements AutoCloseable {

    private final PackagedEnvironment packaged;
    private OpenStackCloud cloud;
    private PackagedPortal portal;

    private OpenStackEnvironment(PackagedEnvironment packaged) {
        this.packaged = packaged;
    }

    /** Takes a minute. */
    static OpenStackEnvironment start() throws Exception {
        int keystonePort = ChildProcess.freePort();
        int computePort = ChildProcess.freePort();
        OpenStackEnvironment environment =
                new OpenStackEnvironment(new PackagedEnvironment(OpenStackCloud.portalSettings(keystonePort)));
        try {
            environment.startServices(keystonePort, computePort);
        } catch (Exception failed) {
            environment.close();
            throw failed;
        }
        return environment;
    }

    private void startServices(int keystonePort, int computePort) throws Exception {
        for (String each : OpenStackCloud.DATABASES) {
            packaged.database().execute("create database " + each);
        }
        URI address = URI.create("http://localhost:" + ChildProcess.freePort());
        Path folder = Path.of("target/e2e", "openstack-" + keystonePort);
        cloud = OpenStackCloud.start(
                folder, packaged.database().port(), keystonePort, computePort, address.resolve("/DFW"));
        portal = packaged.startPortal(address);
    }

    OpenStackCloud cloud() {
        return cloud;
    }

    PackagedPortal portal() {
        return portal;
    }

    @Override
    public void close() throws Exception {
        try (PackagedEnvironment last = packaged;
                OpenStackCloud second = cloud;
                PackagedPortal first = portal) {
            // closes what was started
        }
    }
}
