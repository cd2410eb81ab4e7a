package dev.handshake.provisioning;

import dev.handshake.web.Text;
import java.util.List;

/** Makes sentences that a person can act on of the compute service's refusals. */
public final class RefusalSentences {

    /** @param part of the compute service's message, as Nova 26 was seen to write it */
    private record Known(String part, String sentence) {}

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "Quota exceeded",
                    "Your account has reached a limit of the compute service. Delete a server or choose a smaller size."
                            + " (%s)"),
            new Known(
                    "No valid host was found",
                    "The compute service has no room for a server of this size at the moment. Choose a smaller size, or try"
                            + " again later."),
            new Known("memory is too small", "This size has too little memory for the image. Choose a larger one."),
            new Known("disk is smaller", "This size has too small a disk for the image. Choose a larger one."),
            new Known("disk is too small", "This size has too small a disk for the image. Choose a larger one."),
            new Known(
                    "Can not find requested image",
                    "The image can no longer be used: it was deleted, or is no longer shared with your account."),
            new Known("is not active", "The image cannot be used at the moment: it was deactivated or suspended."),
            new Known("Flavor", "The compute service no longer has this size. Choose another one. (%s)"),
            new Known("Network", "The network can no longer be used. Choose another one. (%s)"));

    private RefusalSentences() {}

    /** @param message the compute service's own words */
    public static String describe(String message) {
        return KNOWN.stream()
                .filter(each -> message.contains(each.part))
                .map(each -> each.sentence.formatted(Text.bidiIsolated(message)))
                .findFirst()
                .orElseGet(() -> "The compute service refused: “" + Text.bidiIsolated(message) + "”");
    }

    /** Same for why a server failed. */
    static String describeFault(String fault) {
        return KNOWN.stream()
                .filter(each -> fault.contains(each.part))
                .map(each -> each.sentence.formatted(Text.bidiIsolated(fault)))
                .findFirst()
                .orElse(fault);
    }
}
