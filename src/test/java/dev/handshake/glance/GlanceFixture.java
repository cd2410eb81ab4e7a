package dev.handshake.glance;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.keystone.KeystoneConfig;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.keystone.ServiceCatalog;
import dev.handshake.openstack.Endpoints;
import dev.handshake.region.Regions;
import dev.handshake.testing.FakeGlance;
import dev.handshake.testing.TestConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** A client of a Glance of its own, with short timeouts. */
class GlanceFixture implements AutoCloseable {

    static final String REGION = "ORD";

    final FakeGlance service = FakeGlance.start();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final Glance client;

    GlanceFixture(ProjectTokens tokens, ObjectMapper json) {
        KeystoneConfig keystone = TestConfig.read(
                KeystoneConfig.class,
                "keystone.url",
                "http://not-used",
                "keystone.user.name",
                "portal",
                "keystone.user.password",
                "a secret",
                "keystone.user.project",
                "portal-project");
        GlanceRegions regions = new GlanceRegions(
                TestConfig.read(GlanceRegionConfig.class, "region.ORD.glance.url", service.url() + "/"),
                keystone,
                new Regions(List.of(REGION)));
        client = new Glance(
                regions,
                TestConfig.read(GlanceConfig.class, "glance.timeout", "1s"),
                new Endpoints(new ServiceCatalog(keystone, json), Clock.systemUTC()),
                tokens,
                json,
                meters);
    }

    @Override
    public void close() throws IOException {
        client.close();
        service.close();
    }
}
