package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;

/** Where a consumer stands with an image. */
public enum MembershipStatus {
    PENDING("pending"),
    ACCEPTED("accepted"),
    REJECTED("rejected");

    private final String word;

    MembershipStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** @throws RefusedException {@link Reason#NO_SUCH_STATUS} for any word but the three, in small letters; null too */
    public static MembershipStatus named(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NO_SUCH_STATUS));
    }
}
