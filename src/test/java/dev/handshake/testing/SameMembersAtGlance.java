package dev.handshake.testing;

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

/** Whatever the tests of a class did, Glance has the portal's members in the end: see {@link AlsoAtGlance}. */
class SameMembersAtGlance implements AfterAllCallback {

    private static final String MEMBERS =
            "select image_id || ' ' || member || ' ' || lower(status) from membership where region = ?";

    @Override
    public void afterAll(ExtensionContext context) {
        if (TestEnvironment.isAtGlance()) {
            for (String region : List.of("DFW", "ORD")) {
                GlanceControl glance = new GlanceControl(region);
                Eventually.get(() -> difference(glance.allMembers(), portalMembers(region)), Set::isEmpty);
            }
        }
    }

    private static Set<String> difference(Set<String> glance, Set<String> portal) {
        Set<String> onlyOne = new TreeSet<>();
        glance.stream().filter(each -> !portal.contains(each)).forEach(each -> onlyOne.add("Glance: " + each));
        portal.stream().filter(each -> !glance.contains(each)).forEach(each -> onlyOne.add("portal: " + each));
        return onlyOne;
    }

    private static Set<String> portalMembers(String region) throws SQLException {
        Set<String> members = new TreeSet<>();
        try (Connection connection =
                        Arc.container().instance(DataSource.class).get().getConnection();
                PreparedStatement query = connection.prepareStatement(MEMBERS)) {
            query.setString(1, region);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    members.add(rows.getString(1));
                }
            }
        }
        return members;
    }
}
