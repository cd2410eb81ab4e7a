package dev.handshake.e2e;

import dev.handshake.S3Server;
import java.util.HashMap;
import java.util.Map;

/** Two portals as they are delivered, with one database and one bucket, and no disk between them. */
class Replicas implements AutoCloseable {

    private final Grounds grounds;
    private final S3Server bucket = S3Server.start();
    private final PackagedPortal first;
    private final PackagedPortal second;

    /** @param settings of both, besides the usual ones */
    static Replicas start(Map<String, String> settings) throws Exception {
        return new Replicas(settings);
    }

    private Replicas(Map<String, String> settings) throws Exception {
        grounds = new Grounds();
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(bucket.environment());
        first = grounds.portal(all);
        second = grounds.portal(all);
    }

    PackagedPortal first() {
        return first;
    }

    PackagedPortal second() {
        return second;
    }

    S3Server bucket() {
        return bucket;
    }

    String token(String account) {
        return grounds.token(account);
    }

    @Override
    public void close() throws Exception {
        first.close();
        second.close();
        grounds.close();
        bucket.close();
    }
}
