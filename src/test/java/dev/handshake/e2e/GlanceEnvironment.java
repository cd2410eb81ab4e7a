package dev.handshake.e2e;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A packaged portal beside a real Keystone and Glance, which ORD observes and DFW mirrors, or enforces. */
class GlanceEnvironment implements AutoCloseable {

    private final FakeMirror mirror = new FakeMirror();
    private final PackagedEnvironment packaged = new PackagedEnvironment(mirror.environment());
    private GlanceCloud cloud;
    private PackagedPortal portal;

    private GlanceEnvironment() throws Exception {}

    /** Takes half a minute. */
    static GlanceEnvironment start() throws Exception {
        return start(GlanceCloud.Kind.PLAIN);
    }

    /** Where it is notifying, sweeps are so rare that all changes at Glance come as notifications. */
    static GlanceEnvironment start(GlanceCloud.Kind kind) throws Exception {
        GlanceEnvironment environment = new GlanceEnvironment();
        try {
            environment.startServices(kind);
        } catch (Exception failed) {
            environment.close();
            throw failed;
        }
        return environment;
    }

    private void startServices(GlanceCloud.Kind kind) throws Exception {
        for (String each : GlanceCloud.DATABASES) {
            packaged.database().execute("create database " + each);
        }
        int databasePort = packaged.database().port();
        cloud = GlanceCloud.start(Path.of("target/e2e", "glance-" + databasePort), databasePort, kind);
        portal = packaged.startPortal(cloud.portalSettings());
    }

    GlanceCloud cloud() {
        return cloud;
    }

    PackagedPortal portal() {
        return portal;
    }

    RestartablePostgres database() {
        return packaged.database();
    }

    /** The URL of the images at the portal. */
    String images(String region) {
        return portal.uri("/" + region + "/v2/images").toString();
    }

    /** The URL of a disk image to import. */
    String importUrl(String path) {
        return mirror.url(path);
    }

    /** The URL of the images at Glance. */
    String imagesAtGlance() {
        return cloud.url("/v2/images");
    }

    /** Creates an image that can be shared, with data, at Glance. */
    UUID createsImage(ApiClient owner, String name, byte[] data) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("disk_format", "raw")
                .put("container_format", "bare")
                .put("visibility", "shared")
                .toString();
        UUID image = ApiClient.idOf(owner.post(imagesAtGlance(), body, "Content-Type", "application/json"));
        owner.put(imagesAtGlance() + "/" + image + "/file", data).is(204);
        return image;
    }

    /**
     * The status of each member.
     *
     * @param image its URL, at the portal or at Glance
     */
    static Map<String, String> members(ApiClient user, String image) {
        Map<String, String> members = new TreeMap<>();
        user.get(image + "/members")
                .json()
                .path("members")
                .forEach(each -> members.put(
                        each.path("member_id").asText(), each.path("status").asText()));
        return members;
    }

    /** Waits until both regions have read everything again that Glance had before this call. */
    void awaitSweeps() throws Exception {
        String count = "select count(*) from image_sweep where complete_at > ";
        String now = database().queryColumn("select now()").get(0);
        Eventually.isTrue(
                () -> database().queryColumn(count + "'" + now + "'").get(0).equals("2"));
    }

    @Override
    public void close() throws Exception {
        try (FakeMirror lastOfAll = mirror;
                PackagedEnvironment last = packaged;
                GlanceCloud second = cloud;
                PackagedPortal first = portal) {
            // closes what was started
        }
    }
}
