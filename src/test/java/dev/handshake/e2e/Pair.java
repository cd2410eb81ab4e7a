package dev.handshake.e2e;

import dev.handshake.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * An owner and a consumer who play the handshake over one image, step by step, and note of each step whether it was
 * answered. After a step without an answer they look what is true before they go on.
 */
class Pair implements Runnable {

    /** Something that one of the two does, by the name that the history has for it. */
    private enum Step {
        OFFERED,
        ACCEPTED,
        REJECTED,
        REMOVED;

        private String letter() {
            return name().substring(0, 3);
        }
    }

    /** The consumer's way to decide. */
    @FunctionalInterface
    interface Consumer {
        /** @return the status that answers it */
        int decides(UUID image, String status);
    }

    private record Done(Step step, int status) {

        boolean isAnswered() {
            return status < 400;
        }

        /** Without a word of the portal, which says 503 where it did nothing. */
        boolean isCut() {
            return status >= 500 && status != 503;
        }
    }

    private static final List<Step> DECISIONS = List.of(Step.ACCEPTED, Step.REJECTED);

    final UUID image;
    private final String members;
    private final String number;
    private final Script owner;
    private final Consumer consumer;
    private final Random random;
    private final List<Done> done = Collections.synchronizedList(new ArrayList<>());
    private final List<String> oddities = new ArrayList<>();
    private volatile boolean over;
    private Step last = Step.REMOVED;

    Pair(Script owner, UUID image, String members, String number, Consumer consumer) {
        this.owner = owner;
        this.image = image;
        this.members = members;
        this.number = number;
        this.consumer = consumer;
        this.random = new Random(Long.parseLong(number));
    }

    @Override
    public void run() {
        while (!over) {
            rest();
            if (last == null) {
                look();
            } else {
                act(next());
            }
        }
    }

    void stop() {
        over = true;
    }

    private Step next() {
        if (last == Step.REMOVED) {
            return Step.OFFERED;
        }
        boolean isEnough = last != Step.OFFERED && random.nextInt(3) == 0;
        return isEnough
                ? Step.REMOVED
                : DECISIONS.get(last == Step.ACCEPTED ? 1 : last == Step.REJECTED ? 0 : random.nextInt(2));
    }

    private void act(Step step) {
        int status = asked(() -> switch (step) {
            case OFFERED ->
                owner.post(members, "{\"member\": \"" + number + "\"}").status();
            case REMOVED -> owner.delete(members + "/" + number).status();
            default -> consumer.decides(image, step.name().toLowerCase(Locale.ROOT));
        });
        Done now = new Done(step, status);
        done.add(now);
        last = now.isAnswered() ? step : null;
        if (!now.isAnswered() && status < 500) {
            oddities.add("against the rules: " + done);
        }
    }

    private void look() {
        String[] seen = new String[1];
        int status = asked(() -> {
            Script.Answer answer = owner.get(members + "/" + number);
            seen[0] = answer.text();
            return answer.status();
        });
        if (status == 404) {
            last = Step.REMOVED;
        } else if (status == 200) {
            last = seen[0].contains("accepted")
                    ? Step.ACCEPTED
                    : seen[0].contains("rejected") ? Step.REJECTED : Step.OFFERED;
        }
    }

    /** @return 599 where nothing came back */
    private static int asked(IntSupplier request) {
        try {
            return request.getAsInt();
        } catch (RuntimeException cutOff) {
            return 599;
        }
    }

    private void rest() {
        try {
            Thread.sleep(800 + random.nextInt(1_200));
        } catch (InterruptedException end) {
            over = true;
        }
    }

    /** What the history has to match: each answered step once, and each other one once or not at all. */
    String expected() {
        return done.stream()
                .map(each -> "(" + each.step.letter() + " )" + (each.isAnswered() ? "" : "?"))
                .collect(Collectors.joining());
    }

    static String told(List<String> history) {
        return history.stream().map(each -> Step.valueOf(each).letter() + " ").collect(Collectors.joining());
    }

    long answered() {
        return done.stream().filter(Done::isAnswered).count();
    }

    long cut() {
        return List.copyOf(done).stream().filter(Done::isCut).count();
    }

    long steps() {
        return done.size();
    }

    /** Answers that have no place in a game by the rules. */
    List<String> oddities() {
        return oddities;
    }
}
