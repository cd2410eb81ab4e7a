package dev.handshake.watch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** The database, without which there is nothing to show. */
@ApplicationScoped
class DatabaseNeighbour implements Neighbour {

    private final AgroalDataSource database;

    DatabaseNeighbour(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void ask() throws SQLException {
        if (!database.isHealthy(false)) {
            throw new SQLException("A connection to it is not valid");
        }
    }
}
