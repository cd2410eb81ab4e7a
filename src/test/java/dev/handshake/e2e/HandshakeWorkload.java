package dev.handshake.e2e;

import dev.handshake.testing.ApiClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * An owner and a consumer who repeat the sharing workflow on one image and record whether each step was confirmed.
 * After an unconfirmed step they check the actual state before they continue.
 */
class HandshakeWorkload implements Runnable {

    /** A step, named as in the history. */
    private enum HandshakeStep {
        OFFERED,
        ACCEPTED,
        REJECTED,
        REMOVED;

        private String abbreviation() {
            return name().substring(0, 3);
        }
    }

    /** How the consumer decides. */
    @FunctionalInterface
    interface ConsumerAction {
        /** @return the response status */
        int decide(UUID image, String status);
    }

    private record CompletedStep(HandshakeStep step, int status) {

        boolean isAnswered() {
            return status < 400;
        }

        /** Cut off without a response of the portal, which sends 503 if it did nothing. */
        boolean isCutOff() {
            return status >= 500 && status != 503;
        }
    }

    private static final List<HandshakeStep> DECISIONS = List.of(HandshakeStep.ACCEPTED, HandshakeStep.REJECTED);

    final UUID image;
    private final String membersUrl;
    private final String number;
    private final ApiClient owner;
    private final ConsumerAction consumer;
    private final Random random;
    private final List<CompletedStep> completed = Collections.synchronizedList(new ArrayList<>());
    private final List<String> violations = new ArrayList<>();
    private volatile boolean stopped;
    private HandshakeStep lastStep = HandshakeStep.REMOVED;

    HandshakeWorkload(ApiClient owner, UUID image, String membersUrl, String number, ConsumerAction consumer) {
        this.owner = owner;
        this.image = image;
        this.membersUrl = membersUrl;
        this.number = number;
        this.consumer = consumer;
        this.random = new Random(Long.parseLong(number));
    }

    @Override
    public void run() {
        while (!stopped) {
            pause();
            if (lastStep == null) {
                readStatus();
            } else {
                act(next());
            }
        }
    }

    void stop() {
        stopped = true;
    }

    private HandshakeStep next() {
        if (lastStep == HandshakeStep.REMOVED) {
            return HandshakeStep.OFFERED;
        }
        boolean isEnough = lastStep != HandshakeStep.OFFERED && random.nextInt(3) == 0;
        return isEnough
                ? HandshakeStep.REMOVED
                : DECISIONS.get(
                        lastStep == HandshakeStep.ACCEPTED
                                ? 1
                                : lastStep == HandshakeStep.REJECTED ? 0 : random.nextInt(2));
    }

    private void act(HandshakeStep step) {
        int status = statusOf(() -> switch (step) {
            case OFFERED ->
                owner.post(membersUrl, "{\"member\": \"" + number + "\"}").status();
            case REMOVED -> owner.delete(membersUrl + "/" + number).status();
            default -> consumer.decide(image, step.name().toLowerCase(Locale.ROOT));
        });
        CompletedStep now = new CompletedStep(step, status);
        completed.add(now);
        lastStep = now.isAnswered() ? step : null;
        if (!now.isAnswered() && status < 500) {
            violations.add("against the rules: " + completed);
        }
    }

    private void readStatus() {
        String[] seen = new String[1];
        int status = statusOf(() -> {
            ApiClient.ApiResponse apiResponse = owner.get(membersUrl + "/" + number);
            seen[0] = apiResponse.text();
            return apiResponse.status();
        });
        if (status == 404) {
            lastStep = HandshakeStep.REMOVED;
        } else if (status == 200) {
            lastStep = seen[0].contains("accepted")
                    ? HandshakeStep.ACCEPTED
                    : seen[0].contains("rejected") ? HandshakeStep.REJECTED : HandshakeStep.OFFERED;
        }
    }

    /** @return 599 if there was no response */
    private static int statusOf(IntSupplier request) {
        try {
            return request.getAsInt();
        } catch (RuntimeException cutOff) {
            return 599;
        }
    }

    private void pause() {
        try {
            Thread.sleep(800 + random.nextInt(1_200));
        } catch (InterruptedException end) {
            stopped = true;
        }
    }

    /** A regular expression for the history: each confirmed step once, each other step at most once. */
    String expectedHistory() {
        return completed.stream()
                .map(each -> "(" + each.step.abbreviation() + " )" + (each.isAnswered() ? "" : "?"))
                .collect(Collectors.joining());
    }

    static String abbreviated(List<String> history) {
        return history.stream()
                .map(each -> HandshakeStep.valueOf(each).abbreviation() + " ")
                .collect(Collectors.joining());
    }

    long answeredCount() {
        return completed.stream().filter(CompletedStep::isAnswered).count();
    }

    long cutOffCount() {
        return List.copyOf(completed).stream().filter(CompletedStep::isCutOff).count();
    }

    long stepCount() {
        return completed.size();
    }

    /** Responses that violate the rules. */
    List<String> violations() {
        return violations;
    }
}
