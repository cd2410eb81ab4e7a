package dev.handshake.server;

import dev.handshake.config.SettingConverters.NonNegativeInt;
import dev.handshake.config.SettingConverters.NonNegativePrice;
import dev.handshake.config.SettingConverters.PositiveInt;
import dev.handshake.config.SettingConverters.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Settings of flavors, the sizes of servers. */
@ConfigMapping(prefix = "handshake")
interface FlavorConfig {

    /** The available flavors, in the order in which pages show them. */
    List<@WithConverter(Text.class) String> flavors();

    /** The settings of each flavor, by name. */
    Map<String, FlavorSpec> flavor();

    interface FlavorSpec {

        @WithConverter(PositiveInt.class)
        int vcpus();

        /** In MiB. */
        @WithConverter(PositiveInt.class)
        int memory();

        /** In GiB. */
        @WithConverter(NonNegativeInt.class)
        int disk();

        @WithConverter(NonNegativePrice.class)
        BigDecimal hourlyPrice();
    }
}
