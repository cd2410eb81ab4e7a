package dev.handshake.server;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Settings of flavors, the sizes of servers. */
@ConfigMapping(prefix = "handshake")
interface FlavorConfig {

    /** The available flavors, in the order in which pages show them. */
    List<String> flavors();

    /** The settings of each flavor, by name. */
    Map<String, FlavorSpec> flavor();

    interface FlavorSpec {

        int vcpus();

        /** In MiB. */
        int memory();

        /** In GiB. */
        int disk();

        BigDecimal hourlyPrice();
    }
}
