package dev.handshake.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.HashMap;
import java.util.Map;

/** One portal as it is delivered, with a database of its own and a folder. */
class Alone implements AutoCloseable {

    private final Grounds grounds;
    private final PackagedPortal portal;

    static Alone start(Map<String, String> settings) throws Exception {
        return new Alone(settings);
    }

    private Alone(Map<String, String> settings) throws Exception {
        grounds = new Grounds();
        Map<String, String> all = new HashMap<>(new ImageFolder().environment());
        all.putAll(settings);
        portal = grounds.portal(all);
    }

    PackagedPortal portal() {
        return portal;
    }

    EmbeddedPostgres database() {
        return grounds.database();
    }

    String token(String account) {
        return grounds.token(account);
    }

    @Override
    public void close() throws Exception {
        portal.close();
        grounds.close();
    }
}
