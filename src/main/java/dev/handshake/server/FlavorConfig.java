package dev.handshake.server;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The sizes of servers. */
@ConfigMapping(prefix = "handshake")
interface FlavorConfig {

    /** The names of those that can be chosen, in the order in which pages show them. */
    List<String> flavors();

    /** By name. */
    Map<String, FlavorSpec> flavor();

    interface FlavorSpec {

        int vcpus();

        /** MiB. */
        int memory();

        /** GiB. */
        int disk();

        BigDecimal hourlyPrice();
    }
}
