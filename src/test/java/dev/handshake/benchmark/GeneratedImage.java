package dev.handshake.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An image of the data set. A few accounts own many of them, most a few; every hundredth image has reached its member
 * quota.
 */
record GeneratedImage(
        long number, UUID id, String region, String owner, Instant createdAt, List<GeneratedOffer> offers) {

    /** @param status as stored */
    record GeneratedOffer(String member, String status, Instant offeredAt, Instant decidedAt) {}

    static final int QUOTA = 128;
    /** The number of members of images whose members the API lists. */
    static final int LISTED_MEMBERS = 100;

    private static final Duration MAX_AGE = Duration.ofDays(730);
    private static final int SALT_RANGE = 1000;

    /** @param of the total number of images */
    static GeneratedImage generate(long number, long of, Instant now) {
        int accounts = accountCount(of);
        double skewed = Math.pow(DeterministicRandom.fraction(number, 1), 3);
        String owner =
                isBase(number) ? BenchmarkAccounts.PROVIDER : BenchmarkAccounts.ordinary((long) (skewed * accounts));
        Instant created = created(number, of, now);
        return new GeneratedImage(
                number,
                id(number),
                number % 5 == 4 ? "ORD" : "DFW",
                owner,
                created,
                isBase(number) ? List.of() : offers(number, members(number, accounts, owner), created, now));
    }

    static int accountCount(long images) {
        return (int) Math.max(200, images / 10);
    }

    static UUID id(long number) {
        return DeterministicRandom.uuid(number, 2);
    }

    static boolean isBase(long number) {
        return number < 40;
    }

    static boolean isFull(long number) {
        return number % 100 == 7;
    }

    static boolean hasHundredMembers(long number) {
        return number % 100 == 11;
    }

    private static Instant created(long number, long of, Instant now) {
        return now.minusMillis((of - number) * MAX_AGE.toMillis() / of).truncatedTo(ChronoUnit.MICROS);
    }

    private static Set<String> members(long number, int accounts, String owner) {
        Set<String> members = new LinkedHashSet<>();
        for (int great = 0; great < BenchmarkAccounts.LARGE_CONSUMERS; great++) {
            if (DeterministicRandom.intBelow(8, number, 10 + great) == 0) {
                members.add(BenchmarkAccounts.largeConsumer(great));
            }
        }
        int wanted = isFull(number)
                ? QUOTA
                : hasHundredMembers(number)
                        ? LISTED_MEMBERS
                        : members.size() + DeterministicRandom.intBelow(15, number, 4);
        for (int next = 0; members.size() < wanted; next++) {
            String member =
                    BenchmarkAccounts.ordinary(DeterministicRandom.intBelow(accounts, number, SALT_RANGE + next));
            if (!member.equals(owner)) {
                members.add(member);
            }
        }
        return members;
    }

    private static List<GeneratedOffer> offers(long number, Set<String> members, Instant created, Instant now) {
        List<GeneratedOffer> offers = new ArrayList<>();
        long sinceThen = Duration.between(created, now).toMillis();
        for (String member : members) {
            int chance = DeterministicRandom.intBelow(100, number, 3 * SALT_RANGE + offers.size());
            Instant offered = created.plusMillis(
                    (long) (sinceThen * DeterministicRandom.fraction(number, 5 * SALT_RANGE + offers.size())));
            boolean isPending = chance < 25;
            offers.add(new GeneratedOffer(
                    member,
                    isPending ? "PENDING" : chance < 85 ? "ACCEPTED" : "REJECTED",
                    offered,
                    isPending ? null : offered.plusSeconds(60)));
        }
        return offers;
    }
}
