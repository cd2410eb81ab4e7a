package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;

/** Who may see an image. */
public enum Visibility {
    /** Every account; base images only. */
    PUBLIC("public"),
    /** The owner and the accounts the image is offered to. */
    SHARED("shared"),
    /** The owner only; such an image has no members. */
    PRIVATE("private");

    private final String label;

    Visibility(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }

    /**
     * @throws RefusedException {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED} for {@code community}, which is not
     *     supported
     */
    public static Visibility parse(String word) {
        if ("community".equals(word)) {
            throw new RefusedException(Reason.PUBLIC_VISIBILITY_NOT_ALLOWED);
        }
        return Arrays.stream(values())
                .filter(each -> each.label.equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "no such visibility"));
    }
}
