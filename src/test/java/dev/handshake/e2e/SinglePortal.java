package dev.handshake.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.HashMap;
import java.util.Map;

/** One portal as it is delivered, with a database of its own and a folder. */
class SinglePortal implements AutoCloseable {

    private final PortalInfrastructure environment;
    private final PackagedPortal portal;

    static SinglePortal start(Map<String, String> settings) throws Exception {
        return new SinglePortal(settings);
    }

    private SinglePortal(Map<String, String> settings) throws Exception {
        environment = new PortalInfrastructure();
        Map<String, String> all = new HashMap<>(new ImageFolder().environment());
        all.putAll(settings);
        portal = environment.portal(all);
    }

    PackagedPortal portal() {
        return portal;
    }

    EmbeddedPostgres database() {
        return environment.database();
    }

    String token(String account) {
        return environment.token(account);
    }

    @Override
    public void close() throws Exception {
        portal.close();
        environment.close();
    }
}
