package dev.handshake.glance;

import dev.handshake.config.SettingConverters.HttpUrl;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Settings of single regions. */
@ConfigMapping(prefix = "handshake")
interface GlanceRegionConfig {

    /** By the region's name. */
    Map<String, RegionSpec> region();

    interface RegionSpec {

        GlanceSpec glance();
    }

    interface GlanceSpec {

        /** The Image service's endpoint without a version, such as {@code http://glance:9292}. */
        Optional<@WithConverter(HttpUrl.class) URI> url();

        @WithDefault("observe")
        @WithConverter(GlanceModeConverter.class)
        GlanceMode mode();
    }
}
