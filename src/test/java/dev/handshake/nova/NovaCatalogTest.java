package dev.handshake.nova;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.keystone.KeystoneConfig;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.keystone.ServiceCatalog;
import dev.handshake.openstack.Endpoints;
import dev.handshake.openstack.ServiceException;
import dev.handshake.region.Regions;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.FakeNova;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A compute service that is where Keystone's catalog says. */
@PortalTest
class NovaCatalogTest {

    private final ComputeCaller caller = ComputeCaller.portal("DFW", Cast.newAccountNumber());

    @Inject
    ProjectTokens tokens;

    @Inject
    ObjectMapper json;

    @Test
    void a_service_that_moves_is_found_where_it_is_then() {
        try (FakeKeystone keystone = new FakeKeystone();
                FakeNova second = new FakeNova()) {
            Nova nova = nova(keystone);
            ServiceException missing = assertThrows(ServiceException.class, () -> nova.listFlavors(caller));
            assertEquals(
                    "Keystone's catalog has no endpoint of type compute, interface public, in region DFW",
                    missing.getMessage());
            try (FakeNova first = new FakeNova()) {
                isAt(keystone, first);
                assertEquals("small", nova.listFlavors(caller).get(0).name());
                assertEquals(1, nova.listNetworks(caller).size());
            }
            isAt(keystone, second);
            Eventually.isTrue(() -> answers(nova));
        }
    }

    private static void isAt(FakeKeystone keystone, FakeNova nova) {
        keystone.withEndpoint("compute", "DFW", "public", nova.url() + "/DFW/v2.1/%(tenant_id)s");
        keystone.withEndpoint("network", "DFW", "public", nova.url() + "/DFW");
    }

    private Nova nova(FakeKeystone keystone) {
        KeystoneConfig config = TestConfig.read(
                KeystoneConfig.class,
                "keystone.url",
                keystone.url(),
                "keystone.user.name",
                "portal",
                "keystone.user.password",
                "a secret");
        ComputeRegions regions = new ComputeRegions(
                TestConfig.read(
                        ComputeRegionConfig.class,
                        "region.DFW.compute.url",
                        "catalog",
                        "region.DFW.compute.network-url",
                        "catalog"),
                config,
                new Regions(List.of("DFW")));
        return new Nova(
                regions,
                TestConfig.read(NovaConfig.class, "compute.timeout", "2s"),
                new Endpoints(new ServiceCatalog(config, json), Clock.systemUTC()),
                tokens,
                json,
                new SimpleMeterRegistry());
    }

    private boolean answers(Nova nova) {
        try {
            return !nova.listFlavors(caller).isEmpty();
        } catch (ServiceException away) {
            return false;
        }
    }
}
