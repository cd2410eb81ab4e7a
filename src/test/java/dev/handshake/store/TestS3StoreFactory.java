package dev.handshake.store;

import dev.handshake.testing.S3Server;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Creates stores for tests, each with its own prefix in the bucket. */
class TestS3StoreFactory {

    static final long MAX_SIZE = 64L << 20;

    private TestS3StoreFactory() {}

    /** @param more settings, each followed by its value */
    static S3Store create(S3Server server, String... more) {
        return S3Store.create(settings(server, more), MAX_SIZE);
    }

    static S3Config settings(S3Server server, String... more) {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.put("handshake.images.s3.part-size", "5M");
        settings.put("handshake.images.s3.prefix", "test/" + UUID.randomUUID() + "/");
        for (int each = 0; each < more.length; each += 2) {
            settings.put("handshake.images.s3." + more[each], more[each + 1]);
        }
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(S3Config.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(S3Config.class);
    }
}
