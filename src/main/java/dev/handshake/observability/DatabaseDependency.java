package dev.handshake.observability;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** The database; without it no page works. */
@ApplicationScoped
class DatabaseDependency implements Dependency {

    private final AgroalDataSource database;

    DatabaseDependency(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void ping() throws SQLException {
        if (!database.isHealthy(false)) {
            throw new SQLException("A connection to it is not valid");
        }
    }
}
