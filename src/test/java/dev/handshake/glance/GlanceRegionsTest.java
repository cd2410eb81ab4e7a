package dev.handshake.glance;

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

/** What the start does with the settings of Image services. */
class GlanceRegionsTest {

    private static final Regions REGIONS = new Regions(List.of("DFW", "us-east.1"));
    private static final String URL = "http://glance:9292";
    private static final List<String> USER = List.of(
            "keystone.url", "http://keystone:5000",
            "keystone.user.name", "portal",
            "keystone.user.password", "a secret",
            "keystone.user.project", "p1");

    @Test
    void there_is_none_by_default() {
        assertEquals(List.of(), regions(0).all());
        assertFalse(regions(0).contains("DFW"));
    }

    @Test
    void a_region_has_its_own() {
        GlanceRegions regions = regions(4, "region.DFW.glance.url", URL, "region.DFW.glance.mode", "observe");
        assertEquals(URL, regions.url("DFW").toString());
        assertEquals("p1", regions.project());
        assertEquals(List.of("DFW"), regions.all());
        assertFalse(regions.contains("us-east.1"));
    }

    @Test
    void its_url_can_be_left_to_the_catalog() {
        assertEquals(
                "catalog",
                regions(4, "region.DFW.glance.url", "catalog").url("DFW").toString());
        assertEquals(
                "handshake.region.DFW.glance.url: \"Catalog\" is not an address of the form http://host or https://host,"
                        + " or catalog.",
                TestConfig.refusal(GlanceRegionConfig.class, "region.DFW.glance.url", "Catalog"));
    }

    @Test
    void variables_of_the_environment_name_a_region_in_capitals() {
        GlanceRegionConfig config = TestConfig.builder(TestConfig.defaults())
                .withSources(new EnvConfigSource(
                        Map.of(
                                "HANDSHAKE_REGION_DFW_GLANCE_URL", URL,
                                "HANDSHAKE_REGION__US_EAST_1__GLANCE_URL", URL,
                                "HANDSHAKE_REGION__US_EAST_1__GLANCE_MODE", "observe"),
                        300))
                .withMapping(GlanceRegionConfig.class)
                .withMappingIgnore("handshake.**")
                .build()
                .getConfigMapping(GlanceRegionConfig.class);
        GlanceRegions regions = new GlanceRegions(config, keystone(4), REGIONS);
        assertTrue(regions.contains("DFW"));
        assertTrue(regions.contains("us-east.1"));
    }

    @Test
    void what_does_not_go_together_stops_the_start_with_a_sentence() {
        assertEquals(
                "handshake.region.LON: \"LON\" is not one of handshake.regions.",
                refusal(4, "region.LON.glance.url", URL));
        for (int each = 0; each < 4; each++) {
            assertEquals(
                    "handshake.region.DFW.glance.url needs handshake.keystone.url, handshake.keystone.user.name,"
                            + " handshake.keystone.user.password and handshake.keystone.user.project.",
                    refusal(each, "region.DFW.glance.url", URL));
        }
    }

    @Test
    void notifications_without_an_image_service_stop_the_start_with_a_sentence() {
        assertEquals(
                "handshake.region.DFW.glance.notifications.url needs handshake.region.DFW.glance.url.",
                refusal(4, "region.DFW.glance.notifications.url", "amqp://u:secret@rabbit:5672/"));
    }

    @Test
    void another_mode_stops_the_start_with_a_sentence() {
        assertEquals(
                "handshake.region.DFW.glance.mode: \"manage\" is not one of the modes observe, mirror and enforce.",
                TestConfig.refusal(GlanceRegionConfig.class, "region.DFW.glance.mode", "manage"));
    }

    private static String refusal(int known, String... settings) {
        return assertThrows(InvalidSettingException.class, () -> regions(known, settings))
                .getMessage();
    }

    private static GlanceRegions regions(int known, String... settings) {
        return new GlanceRegions(TestConfig.read(GlanceRegionConfig.class, settings), keystone(known), REGIONS);
    }

    /** @param known how many of the user's four settings there are */
    private static KeystoneConfig keystone(int known) {
        Stream<String> settings = USER.stream().limit(2L * known);
        return TestConfig.read(KeystoneConfig.class, settings.toArray(String[]::new));
    }
}
