package dev.handshake.walls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import dev.handshake.Surroundings;
import dev.handshake.account.Role;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An offer takes as long for an account that is there as for a number that nobody has. Each is offered the same image,
 * one right after the other, in an order that is tossed for: were there no difference, each would be the slower one
 * half of the time.
 */
@PortalTest
class TimingTest {

    private static final int WARM_UP = 100;
    /** Fewer where the database is not the one of production. */
    private static final int PAIRS = Surroundings.isPostgres() ? 1_000 : 300;

    /**
     * Five standard deviations: chance alone gets so far once in a million runs, and one query more for one of both
     * does.
     */
    private static final double FAR = 5 * 0.5 / Math.sqrt(PAIRS);

    private final Random chance = new Random();
    private Script owner;
    private UUID image;
    private int left;

    @Test
    void an_offer_to_an_account_that_exists_takes_as_long_as_to_a_number_that_nobody_has() {
        String existing = existing();
        int slower = 0;
        for (int each = -WARM_UP; each < PAIRS; each++) {
            slower += isSlower(existing, Cast.number()) && each >= 0 ? 1 : 0;
        }
        double share = slower / (double) PAIRS;
        assertTrue(Math.abs(share - 0.5) < FAR, "slower for the existing account in " + share + " of the pairs");
    }

    /** Somebody with images, servers, offers and invitations, who mutes others, and gets mail. */
    private String existing() {
        Things things = new Things();
        Person consumer = things.cast.consumer;
        UUID image = things.cast.image(consumer, "its own");
        things.cast.server(consumer, image, "its own");
        things.cast.offers(consumer, image, things.cast.another.account);
        return consumer.account;
    }

    private boolean isSlower(String existing, String unknown) {
        if (left-- == 0) {
            owner = Script.of(Cast.person("Nora", Cast.number(), Role.ADMIN));
            image = owner.creates("timed");
            left = 100;
        }
        boolean first = chance.nextBoolean();
        long one = time(first ? existing : unknown);
        long other = time(first ? unknown : existing);
        owner.removes(image, existing).is(204);
        return first ? one > other : other > one;
    }

    private long time(String number) {
        long begun = System.nanoTime();
        owner.offers(image, number).is(200);
        return System.nanoTime() - begun;
    }
}
