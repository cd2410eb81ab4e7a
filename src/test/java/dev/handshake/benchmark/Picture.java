package dev.handshake.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One image of the data set. Few accounts own many of them, and most a few; every hundredth has its quota full. */
record Picture(long number, UUID id, String region, String owner, Instant createdAt, List<Offer> offers) {

    /** @param status as the table has it */
    record Offer(String member, String status, Instant offeredAt, Instant decidedAt) {}

    static final int QUOTA = 128;
    /** The members of the images that the API lists. */
    static final int HUNDRED = 100;

    private static final Duration AGE = Duration.ofDays(730);
    private static final int WHATS = 1000;

    /** @param of how many images there are */
    static Picture of(long number, long of, Instant now) {
        int accounts = accounts(of);
        double skewed = Math.pow(Dice.share(number, 1), 3);
        String owner = isBase(number) ? Account.PROVIDER : Account.common((long) (skewed * accounts));
        Instant created = created(number, of, now);
        return new Picture(
                number,
                id(number),
                number % 5 == 4 ? "ORD" : "DFW",
                owner,
                created,
                isBase(number) ? List.of() : offers(number, members(number, accounts, owner), created, now));
    }

    static int accounts(long images) {
        return (int) Math.max(200, images / 10);
    }

    static UUID id(long number) {
        return Dice.id(number, 2);
    }

    static boolean isBase(long number) {
        return number < 40;
    }

    static boolean isFull(long number) {
        return number % 100 == 7;
    }

    static boolean hasHundred(long number) {
        return number % 100 == 11;
    }

    private static Instant created(long number, long of, Instant now) {
        return now.minusMillis((of - number) * AGE.toMillis() / of).truncatedTo(ChronoUnit.MICROS);
    }

    private static Set<String> members(long number, int accounts, String owner) {
        Set<String> members = new LinkedHashSet<>();
        for (int great = 0; great < Account.GREAT; great++) {
            if (Dice.below(8, number, 10 + great) == 0) {
                members.add(Account.great(great));
            }
        }
        int wanted = isFull(number) ? QUOTA : hasHundred(number) ? HUNDRED : members.size() + Dice.below(15, number, 4);
        for (int next = 0; members.size() < wanted; next++) {
            String member = Account.common(Dice.below(accounts, number, WHATS + next));
            if (!member.equals(owner)) {
                members.add(member);
            }
        }
        return members;
    }

    private static List<Offer> offers(long number, Set<String> members, Instant created, Instant now) {
        List<Offer> offers = new ArrayList<>();
        long sinceThen = Duration.between(created, now).toMillis();
        for (String member : members) {
            int chance = Dice.below(100, number, 3 * WHATS + offers.size());
            Instant offered = created.plusMillis((long) (sinceThen * Dice.share(number, 5 * WHATS + offers.size())));
            boolean isPending = chance < 25;
            offers.add(new Offer(
                    member,
                    isPending ? "PENDING" : chance < 85 ? "ACCEPTED" : "REJECTED",
                    offered,
                    isPending ? null : offered.plusSeconds(60)));
        }
        return offers;
    }
}
