package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestEnvironment;
import dev.handshake.testing.TestUser;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An offer takes the same time for an existing account as for an unknown number. Each pair is offered the same image in
 * immediate succession, in random order; without a difference, each is the slower one half of the time.
 */
@PortalTest
class OfferTimingTest {

    private static final int WARM_UP = 100;
    /** Fewer on H2, which is not used in production. */
    private static final int PAIRS = TestEnvironment.isPostgres() ? 1_000 : 300;

    /**
     * Five standard deviations: exceeded by chance in about one of a million runs, but always if one of the two needs
     * an extra query.
     */
    private static final double FAR = 5 * 0.5 / Math.sqrt(PAIRS);

    private final Random random = new Random();
    private ApiClient owner;
    private UUID image;
    private int left;

    @Test
    void an_offer_to_an_account_that_exists_takes_as_long_as_to_a_number_that_nobody_has() {
        String existing = existing();
        String unknown = Cast.newAccountNumber();
        int slower = 0;
        for (int each = -WARM_UP; each < PAIRS; each++) {
            slower += isSlower(existing, unknown) && each >= 0 ? 1 : 0;
        }
        double share = slower / (double) PAIRS;
        assertTrue(Math.abs(share - 0.5) < FAR, "slower for the existing account in " + share + " of the pairs");
    }

    /** An account with images, servers, offers, invitations, mutes and mail subscriptions. */
    private String existing() {
        Fixtures fixtures = new Fixtures();
        TestUser consumer = fixtures.cast.consumer;
        UUID image = fixtures.cast.image(consumer, "its own");
        fixtures.cast.server(consumer, image, "its own");
        fixtures.cast.offers(consumer, image, fixtures.cast.otherConsumer.account);
        return consumer.account;
    }

    private boolean isSlower(String existing, String unknown) {
        if (left-- == 0) {
            owner = ApiClient.forUser(Cast.newUser("Nora", Cast.newAccountNumber(), Role.ADMIN));
            image = owner.creates("timed");
            left = 100;
        }
        boolean first = random.nextBoolean();
        long one = time(first ? existing : unknown);
        long other = time(first ? unknown : existing);
        owner.removes(image, first ? existing : unknown).is(204);
        owner.removes(image, first ? unknown : existing).is(204);
        return first ? one > other : other > one;
    }

    private long time(String number) {
        long begun = System.nanoTime();
        owner.offers(image, number).is(200);
        return System.nanoTime() - begun;
    }
}
