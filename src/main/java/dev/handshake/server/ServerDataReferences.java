package dev.handshake.server;

import dev.handshake.imagedata.DataReferences;
import jakarta.enterprise.context.ApplicationScoped;

/** Servers keep their data alive until they are deleted. */
@ApplicationScoped
class ServerDataReferences implements DataReferences {

    @Override
    public String sql() {
        return "select data_key from server where region = :region and data_key in (:data)";
    }
}
