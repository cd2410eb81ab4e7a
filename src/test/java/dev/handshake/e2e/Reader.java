package dev.handshake.e2e;

import java.util.ArrayList;
import java.util.List;

/** Somebody who opens one page after the other, and notes what nobody should ever read. */
class Reader implements Runnable {

    private static final List<String> PAGES = List.of("/DFW/images", "/DFW/invitations", "/DFW/offers", "/account");
    /** Of pages that the portal or the proxy wrote themselves. */
    private static final List<String> OWN_WORDS = List.of("Handshake", "The portal ");

    private final Visitor visitor;
    private final List<String> oddities = new ArrayList<>();
    private volatile boolean over;
    private int good;

    Reader(Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void run() {
        for (int page = 0; !over; page++) {
            try {
                read(visitor.opens(PAGES.get(page % PAGES.size())));
                Thread.sleep(1_000);
            } catch (RuntimeException cutOff) {
                oddities.add(cutOff.toString());
            } catch (InterruptedException end) {
                over = true;
            }
        }
    }

    private void read(Visitor.Answer answer) {
        boolean isFine = answer.status() == 200 && answer.body().contains("Visitor");
        boolean isAway = answer.status() >= 502 && answer.status() <= 504;
        good += isFine ? 1 : 0;
        if (!isFine && !isAway
                || OWN_WORDS.stream().noneMatch(answer.body()::contains)
                || answer.body().contains("\tat ")) {
            oddities.add(answer.status() + " at " + answer.address() + ": " + answer.body());
        }
    }

    void stop() {
        over = true;
    }

    int good() {
        return good;
    }

    List<String> oddities() {
        return oddities;
    }
}
