package dev.handshake.refusal;

/** The one exception by which a rule says no. It carries a {@link Reason} and the words that the reason's sentence needs. */
public class Refused extends RuntimeException {

    private final transient Reason reason;

    /**
     * @param reason why
     * @param words what the reason's sentence has placeholders for, in order
     */
    public Refused(Reason reason, Object... words) {
        super(reason.sentence(words), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return getMessage();
    }
}
