package dev.handshake.nova;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.config.InvalidSettingException;
import dev.handshake.keystone.KeystoneConfig;
import dev.handshake.region.Regions;
import dev.handshake.testing.TestConfig;
import io.smallrye.config.EnvConfigSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the start does with the settings of compute services. */
class ComputeRegionsTest {

    private static final Regions REGIONS = new Regions(List.of("DFW", "us-east.1"));
    private static final String URL = "http://nova:8774/v2.1";

    @Test
    void there_is_none_by_default() {
        assertEquals(List.of(), regions(false).all());
        assertFalse(regions(false).contains("DFW"));
    }

    @Test
    void a_region_has_its_own() {
        ComputeRegions regions = regions(true, "region.DFW.compute.url", URL);
        assertEquals(URL, regions.url("DFW").toString());
        assertFalse(regions.contains("us-east.1"));
        assertFalse(regions.hasNetworks("DFW"));
    }

    @Test
    void its_url_can_be_left_to_the_catalog() {
        assertEquals(
                "catalog",
                regions(true, "region.DFW.compute.url", "catalog").url("DFW").toString());
        assertEquals(
                "handshake.region.DFW.compute.url: \"Catalog\" is not an address of the form http://host or https://host,"
                        + " or catalog.",
                TestConfig.refusal(ComputeRegionConfig.class, "region.DFW.compute.url", "Catalog"));
    }

    @Test
    void variables_of_the_environment_name_a_region_in_capitals() {
        ComputeRegionConfig config = TestConfig.builder(TestConfig.defaults())
                .withSources(new EnvConfigSource(
                        Map.of(
                                "HANDSHAKE_REGION_DFW_COMPUTE_URL", URL,
                                "HANDSHAKE_REGION__US_EAST_1__COMPUTE_URL", URL,
                                "HANDSHAKE_REGION__US_EAST_1__COMPUTE_NETWORK_URL", "http://neutron:9696"),
                        300))
                .withMapping(ComputeRegionConfig.class)
                .withMappingIgnore("handshake.**")
                .build()
                .getConfigMapping(ComputeRegionConfig.class);
        ComputeRegions regions = new ComputeRegions(config, keystone(true), REGIONS);
        assertTrue(regions.contains("DFW"));
        assertTrue(regions.hasNetworks("us-east.1"));
    }

    @Test
    void what_does_not_go_together_stops_the_start_with_a_sentence() {
        assertEquals(
                "handshake.region.LON: \"LON\" is not one of handshake.regions.",
                refusal(true, "region.LON.compute.url", URL));
        assertEquals(
                "handshake.region.DFW.compute.network-url is not allowed without handshake.region.DFW.compute.url.",
                refusal(true, "region.DFW.compute.network-url", "http://neutron:9696"));
        assertEquals(
                "handshake.region.DFW.compute.url needs handshake.keystone.url, handshake.keystone.user.name and"
                        + " handshake.keystone.user.password.",
                refusal(false, "region.DFW.compute.url", URL));
    }

    private static String refusal(boolean hasUser, String... settings) {
        return assertThrows(InvalidSettingException.class, () -> regions(hasUser, settings))
                .getMessage();
    }

    private static ComputeRegions regions(boolean hasUser, String... settings) {
        return new ComputeRegions(TestConfig.read(ComputeRegionConfig.class, settings), keystone(hasUser), REGIONS);
    }

    private static KeystoneConfig keystone(boolean hasUser) {
        String[] user = {"keystone.user.name", "portal", "keystone.user.password", "a secret"};
        return TestConfig.read(
                KeystoneConfig.class,
                Stream.concat(
                                Stream.of("keystone.url", "http://keystone:5000"),
                                Stream.of(user).limit(hasUser ? user.length : 0))
                        .toArray(String[]::new));
    }
}
