package dev.handshake.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whatever the tests of a class did, Glance has the portal's members in the end, and none were copied from there, as
 * they would be if Glance had missed a change: see {@link AlsoAtGlance}.
 */
class SameMembersAtGlance implements AfterAllCallback {

    private static final String MEMBERS =
            "select image_id || ' ' || member || ' ' || lower(status) from membership where region = ?";

    private static final String COPIED = "select image_id || ' ' || member || ' ' || happened from history"
            + " where region = ? and member is not null and by_name = 'the Image service'";

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (TestEnvironment.isAtGlance()) {
            for (String region : List.of("DFW", "ORD")) {
                GlanceControl glance = new GlanceControl(region);
                Eventually.get(() -> difference(glance.allMembers(), rows(MEMBERS, region)), Set::isEmpty);
                assertEquals(Set.of(), rows(COPIED, region));
            }
        }
    }

    private static Set<String> difference(Set<String> glance, Set<String> portal) {
        Set<String> onlyOne = new TreeSet<>();
        glance.stream().filter(each -> !portal.contains(each)).forEach(each -> onlyOne.add("Glance: " + each));
        portal.stream().filter(each -> !glance.contains(each)).forEach(each -> onlyOne.add("portal: " + each));
        return onlyOne;
    }

    private static Set<String> rows(String query, String region) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection =
                        Arc.container().instance(DataSource.class).get().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, region);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
