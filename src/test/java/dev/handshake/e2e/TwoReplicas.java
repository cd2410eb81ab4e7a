package dev.handshake.e2e;

import dev.handshake.testing.S3Server;
import java.util.HashMap;
import java.util.Map;

/** Two packaged portals that share a database and a bucket, but no disk. */
class TwoReplicas implements AutoCloseable {

    private final PortalInfrastructure environment;
    private final S3Server s3 = S3Server.start();
    private final PackagedPortal first;
    private final PackagedPortal second;

    /** @param settings of both, in addition to the standard ones */
    static TwoReplicas start(Map<String, String> settings) throws Exception {
        return new TwoReplicas(settings);
    }

    private TwoReplicas(Map<String, String> settings) throws Exception {
        environment = new PortalInfrastructure();
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(s3.environment());
        first = environment.portal(all);
        second = environment.portal(all);
    }

    PackagedPortal first() {
        return first;
    }

    PackagedPortal second() {
        return second;
    }

    S3Server s3() {
        return s3;
    }

    String token(String account) {
        return environment.token(account);
    }

    @Override
    public void close() throws Exception {
        first.close();
        second.close();
        environment.close();
        s3.close();
    }
}
