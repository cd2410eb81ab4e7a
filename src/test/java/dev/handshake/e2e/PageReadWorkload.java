package dev.handshake.e2e;

import java.util.ArrayList;
import java.util.List;

/** A user who opens page after page and records responses no user should see. */
class PageReadWorkload implements Runnable {

    private static final List<String> PAGES = List.of("/DFW/images", "/DFW/invitations", "/DFW/offers", "/account");
    /** Texts of pages rendered by the portal or the proxy. */
    private static final List<String> KNOWN_TEXTS = List.of("Handshake", "The portal ");

    private final VirtualUser virtualUser;
    private final List<String> violations = new ArrayList<>();
    private volatile boolean stopped;
    private int successes;

    PageReadWorkload(VirtualUser virtualUser) {
        this.virtualUser = virtualUser;
    }

    @Override
    public void run() {
        for (int page = 0; !stopped; page++) {
            try {
                check(virtualUser.opens(PAGES.get(page % PAGES.size())));
                Thread.sleep(1_000);
            } catch (RuntimeException cutOff) {
                violations.add(cutOff.toString());
            } catch (InterruptedException end) {
                stopped = true;
            }
        }
    }

    private void check(VirtualUser.PageResponse pageResponse) {
        boolean isFine = pageResponse.status() == 200 && pageResponse.body().contains("Visitor");
        boolean isAway = pageResponse.status() >= 502 && pageResponse.status() <= 504;
        successes += isFine ? 1 : 0;
        if (!isFine && !isAway
                || KNOWN_TEXTS.stream().noneMatch(pageResponse.body()::contains)
                || pageResponse.body().contains("\tat ")) {
            violations.add(pageResponse.status() + " at " + pageResponse.uri() + ": " + pageResponse.body());
        }
    }

    void stop() {
        stopped = true;
    }

    int successCount() {
        return successes;
    }

    List<String> violations() {
        return violations;
    }
}
