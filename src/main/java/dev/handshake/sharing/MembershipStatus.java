package dev.handshake.sharing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;

/** The consumer's decision on an image, or that it is still pending. */
public enum MembershipStatus {
    PENDING("pending"),
    ACCEPTED("accepted"),
    REJECTED("rejected");

    private final String label;

    MembershipStatus(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }

    /**
     * @throws RefusedException {@link Reason#NO_SUCH_STATUS} for anything but the three lower-case labels, including
     *     null
     */
    public static MembershipStatus parse(String word) {
        return Arrays.stream(values())
                .filter(status -> status.label.equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NO_SUCH_STATUS));
    }
}
