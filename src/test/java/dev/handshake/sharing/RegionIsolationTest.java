package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.NotAtGlance;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everything stays within one region; the database enforces it. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class RegionIsolationTest {

    private static final String MEMBERSHIP =
            "insert into membership (region, image_id, member, owner, status, confirmed, note, contact, offered_at, offered_by,"
                    + " image_created_at) values (?, ?, ?, ?, 'PENDING', '', '', '', current_timestamp, 'x', current_timestamp)";

    private final Cast cast = new Cast();

    @Inject
    AgroalDataSource database;

    @Test
    @NotAtGlance
    void the_database_refuses_a_membership_in_another_region_than_its_image() throws SQLException {
        UUID image = cast.image("in-dfw");
        insert("DFW", image, "4711", cast.producer.account);
        assertThrows(SQLException.class, () -> insert("ORD", image, "4712", cast.producer.account));
    }

    @Test
    void the_database_refuses_a_wrong_owner_and_a_membership_of_the_owner() {
        UUID image = cast.image("owned");
        assertThrows(SQLException.class, () -> insert("DFW", image, "4711", cast.stranger.account));
        assertThrows(SQLException.class, () -> insert("DFW", image, cast.producer.account, cast.producer.account));
    }

    @Test
    void a_consumer_without_the_region_never_sees_the_image() {
        UUID image = cast.image("far-away");
        TestUser elsewhere = new TestUser("Lou", Cast.newAccountNumber(), Role.ADMIN, "LON");
        cast.offers(image, elsewhere.account);
        elsewhere.opens("/DFW/images/" + image).is(404).doesNotSay("far-away");
        elsewhere.opens("/LON/images/" + image).is(404).doesNotSay("far-away");
        elsewhere.opens("/LON/invitations").is(200).doesNotSay("far-away");
        elsewhere.posts("/DFW/invitations/" + image + "/acceptance").is(404);
        elsewhere.posts("/LON/invitations/" + image + "/acceptance").is(404);
    }

    @Test
    void an_image_of_one_region_is_not_found_in_another() {
        UUID image = cast.accepted("only-dfw");
        for (TestUser testUser : new TestUser[] {cast.producer, cast.consumer}) {
            testUser.opens("/ORD/images/" + image).is(404);
            testUser.opens("/ORD/images").is(200).doesNotSay("only-dfw");
        }
        cast.producer.opens("/ORD/offer-batches?image=" + image).is(404);
        cast.producer
                .posts("/ORD/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(404);
        cast.consumer.posts("/ORD/invitations/" + image + "/rejection").is(404);
    }

    @Test
    void the_head_names_each_region_of_the_account() {
        var regions = cast.stranger.opens("/DFW/images").is(200).texts(".menu li a");
        assertEquals(2, regions.size());
        assertTrue(regions.get(0).startsWith("DFW") && regions.get(1).startsWith("ORD"));
    }

    private void insert(String region, UUID image, String member, String owner) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(MEMBERSHIP)) {
            insert.setString(1, region);
            insert.setObject(2, image);
            insert.setString(3, member);
            insert.setString(4, owner);
            insert.executeUpdate();
        }
    }
}
