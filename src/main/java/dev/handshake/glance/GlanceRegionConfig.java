package dev.handshake.glance;

import dev.handshake.config.SettingConverters.Text;
import dev.handshake.openstack.EndpointSetting;
import dev.handshake.openstack.EndpointSetting.EndpointConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
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

        /** The Image service's endpoint without a version, such as {@code http://glance:9292}, or the catalog's. */
        Optional<@WithConverter(EndpointConverter.class) EndpointSetting> url();

        @WithDefault("observe")
        @WithConverter(GlanceModeConverter.class)
        GlanceMode mode();

        NotificationSpec notifications();
    }

    /** Where Glance sends what happens there. */
    interface NotificationSpec {

        /**
         * The message broker, {@code amqp://user:password@host:5672/vhost} or {@code amqps://}; a secret, so that it is
         * read where no refusal shows it.
         */
        Optional<String> url();

        /** {@code control_exchange} of Glance. */
        @WithDefault("glance")
        @WithConverter(Text.class)
        String exchange();

        /** One of {@code topics} of Glance's {@code oslo_messaging_notifications}. */
        @WithDefault("notifications")
        @WithConverter(Text.class)
        String topic();
    }
}
