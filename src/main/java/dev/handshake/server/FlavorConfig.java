package dev.handshake.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.math.BigDecimal;
import java.util.Map;

/** What the operator says of each size of server. */
@ConfigMapping(prefix = "handshake.flavor")
interface FlavorConfig {

    @WithParentName
    Map<String, FlavorSpec> byName();

    interface FlavorSpec {

        int vcpus();

        /** MiB. */
        int memory();

        /** GiB. */
        int disk();

        BigDecimal hourlyPrice();
    }
}
