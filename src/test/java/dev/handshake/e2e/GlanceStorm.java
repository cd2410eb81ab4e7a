package dev.handshake.e2e;

import dev.handshake.testing.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Changes the same memberships at the portal and at Glance, at random, and remembers which of them may not be there in
 * the end.
 */
class GlanceStorm {

    /** An image and an account. */
    record Pair(UUID image, String member) {}

    /** Sends a change to one side. */
    @FunctionalInterface
    private interface Side {
        void change(Pair pair, Random random);
    }

    private static final List<String> STATUSES = List.of("accepted", "accepted", "rejected", "pending");
    private static final int MAX_PAUSE_MILLIS = 80;
    private static final int CUT_OFF = 599;

    private final List<Pair> pairs;
    private final String portal;
    private final String glance;
    private final ApiClient owner;
    private final ApiClient administrator;
    private final Map<String, ApiClient> members;
    private final Map<Pair, Instant> removedHere = new ConcurrentHashMap<>();
    private final Map<Pair, Instant> addedThere = new ConcurrentHashMap<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    /**
     * @param portal URL of the images at the portal
     * @param glance URL of the images at Glance
     * @param members clients of those members that have a user; the administrator decides for the others, at Glance
     *     only
     */
    GlanceStorm(
            List<Pair> pairs,
            String portal,
            String glance,
            ApiClient owner,
            ApiClient administrator,
            Map<String, ApiClient> members) {
        this.pairs = pairs;
        this.portal = portal;
        this.glance = glance;
        this.owner = owner;
        this.administrator = administrator;
        this.members = members;
    }

    void changeAtPortal(Duration time, long seed) {
        run(time, new Random(seed), this::changeHere);
    }

    void changeAtGlance(Duration time, long seed) {
        run(time, new Random(seed), this::changeThere);
    }

    private void run(Duration time, Random random, Side side) {
        Instant end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            side.change(pairs.get(random.nextInt(pairs.size())), random);
            try {
                Thread.sleep(random.nextInt(MAX_PAUSE_MILLIS));
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void changeHere(Pair pair, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (send("portal", () -> owner.post(url(portal, pair.image), offer(pair))) == 200) {
                    removedHere.remove(pair);
                }
            }
            case 1 -> {
                if (send("portal", () -> owner.delete(url(portal, pair))) == 204) {
                    removedHere.put(pair, Instant.now());
                }
            }
            default -> {
                ApiClient member = members.get(pair.member);
                if (member != null) {
                    send("portal", () -> member.put(url(portal, pair), decision(random)));
                }
            }
        }
    }

    private void changeThere(Pair pair, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (List.of(200, CUT_OFF)
                        .contains(send("Glance", () -> owner.post(url(glance, pair.image), offer(pair))))) {
                    addedThere.put(pair, Instant.now());
                }
            }
            case 1 -> send("Glance", () -> owner.delete(url(glance, pair)));
            default -> {
                ApiClient member = members.getOrDefault(pair.member, administrator);
                send("Glance", () -> member.put(url(glance, pair), decision(random)));
            }
        }
    }

    private int send(String side, Supplier<ApiClient.ApiResponse> change) {
        int status = CUT_OFF;
        try {
            status = change.get().status();
        } catch (IllegalStateException cutOff) {
            // counted as such
        }
        answers.merge(side + " " + status, 1, Integer::sum);
        return status;
    }

    private static String url(String side, UUID image) {
        return side + "/" + image + "/members";
    }

    private static String url(String side, Pair pair) {
        return url(side, pair.image) + "/" + pair.member;
    }

    private static String offer(Pair pair) {
        return "{\"member\": \"" + pair.member + "\"}";
    }

    private static String decision(Random random) {
        return "{\"status\": \"" + STATUSES.get(random.nextInt(STATUSES.size())) + "\"}";
    }

    /** How often each side answered with each status. */
    Map<String, Integer> answers() {
        return answers;
    }

    /** Those that were removed at the portal in the end, and not added at Glance afterwards. */
    List<Pair> removed() {
        List<Pair> removed = new ArrayList<>();
        removedHere.forEach((pair, at) -> {
            Instant added = addedThere.get(pair);
            if (added == null || !added.isAfter(at)) {
                removed.add(pair);
            }
        });
        return removed;
    }
}
