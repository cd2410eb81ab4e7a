package dev.handshake.e2e;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The installed Keystone and Glance, with projects producer, consumer, consumer2 and stranger, each with a user. */
class GlanceCloud implements AutoCloseable {

    static final String MISSING = "Keystone, Glance or the openstack command is not installed, and without them"
            + " the test with a real Glance is skipped. See src/test/openstack/README.md.";

    /** Databases that it expects. */
    static final List<String> DATABASES = List.of("keystone", "glance");

    /** What is special about it. */
    enum Kind {
        PLAIN,
        /** Glance sends notifications to a RabbitMQ, and the portal receives them. */
        NOTIFYING,
        /**
         * Glance has the policy of its secure defaults, and DFW enforces the portal's rules, with a member quota of 2.
         */
        SECURE
    }

    private final Path folder;
    private final Kind kind;
    private final int keystonePort;
    private final int glancePort;
    private final int rabbitPort;
    private final CloudScript script;

    private GlanceCloud(Path folder, Kind kind, int keystonePort, int glancePort, int rabbitPort, CloudScript script) {
        this.folder = folder;
        this.kind = kind;
        this.keystonePort = keystonePort;
        this.glancePort = glancePort;
        this.rabbitPort = rabbitPort;
        this.script = script;
    }

    static boolean isInstalled() {
        return CloudScript.areInstalled(
                List.of("keystone-manage", "glance-manage", "glance-api", "uwsgi_python3", "openstack"));
    }

    static boolean isRabbitInstalled() {
        return Files.isExecutable(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"));
    }

    /**
     * Starts it, which takes 20 seconds.
     *
     * @param folder of its settings and logs; must not exist
     */
    static GlanceCloud start(Path folder, int databasePort, Kind kind) throws Exception {
        boolean hasRabbit = kind == Kind.NOTIFYING;
        int keystonePort = ChildProcess.freePort();
        int glancePort = ChildProcess.freePort();
        int rabbitPort = hasRabbit ? ChildProcess.freePort() : 0;
        List<String> more =
                new ArrayList<>(List.of(String.valueOf(glancePort), kind == Kind.SECURE ? "secure" : "legacy"));
        if (hasRabbit) {
            more.add(String.valueOf(rabbitPort));
            more.add(String.valueOf(ChildProcess.freePort()));
            more.add(String.valueOf(ChildProcess.freePort()));
        }
        CloudScript script = CloudScript.start("glance.sh", folder, databasePort, keystonePort, more);
        return new GlanceCloud(folder, kind, keystonePort, glancePort, rabbitPort, script);
    }

    /** How the portal finds it: Glance is observed in ORD and mirrored in DFW, where it is not secure. */
    Map<String, String> portalSettings() {
        Map<String, String> settings = new HashMap<>(CloudScript.portalSettings(keystonePort));
        settings.put("HANDSHAKE_KEYSTONE_USER_PROJECT", project("portal"));
        settings.put("HANDSHAKE_REGION_ORD_GLANCE_URL", url(""));
        settings.put("HANDSHAKE_REGION_DFW_GLANCE_URL", url(""));
        settings.put("HANDSHAKE_REGION_DFW_GLANCE_MODE", "mirror");
        settings.put("HANDSHAKE_GLANCE_SWEEP_INTERVAL", "2s");
        settings.put("HANDSHAKE_GLANCE_MAX_CALLS_PER_SECOND", "500");
        if (kind == Kind.SECURE) {
            settings.put("HANDSHAKE_REGION_DFW_GLANCE_MODE", "enforce");
            settings.put("HANDSHAKE_SHARING_MEMBER_QUOTA", "2");
        }
        if (kind == Kind.NOTIFYING) {
            String rabbit = "amqp://handshake:p%40ss%2Fword@127.0.0.1:" + rabbitPort + "/";
            settings.put("HANDSHAKE_REGION_ORD_GLANCE_NOTIFICATIONS_URL", rabbit);
            settings.put("HANDSHAKE_REGION_DFW_GLANCE_NOTIFICATIONS_URL", rabbit);
            settings.put("HANDSHAKE_GLANCE_SWEEP_INTERVAL", "1h");
        }
        return settings;
    }

    /** A connection with Glance's own rights. */
    Connection connectToRabbit() throws IOException, TimeoutException {
        ConnectionFactory broker = new ConnectionFactory();
        broker.setHost("127.0.0.1");
        broker.setPort(rabbitPort);
        broker.setUsername("glance");
        broker.setPassword("secret");
        return broker.newConnection();
    }

    /** Kills RabbitMQ; it starts again a few seconds later. */
    void killRabbit() throws IOException {
        kill("rabbitmq/pid");
    }

    /** An address of Glance. */
    String url(String path) {
        return "http://127.0.0.1:" + glancePort + path;
    }

    /** A client with a token of the user of this name, in the project of the same name. */
    ApiClient clientOf(String user) {
        return script.clientOf(user);
    }

    /** Kills Glance with all its processes; it starts again a few seconds later. */
    void killGlance() throws IOException {
        kill("glance.pid");
    }

    private void kill(String pidFile) throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve(pidFile)).strip());
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> workers = process.descendants().toList();
        process.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
    }

    /** The id of the project of this name. */
    String project(String name) {
        return as("admin").value("id", "project show " + name);
    }

    /** The command line of the user of this name, in the project of the same name. */
    OpenStackCommand as(String user) {
        return script.as(user);
    }

    @Override
    public void close() {
        script.close();
    }
}
