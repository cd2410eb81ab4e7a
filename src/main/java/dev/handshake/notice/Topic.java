package dev.handshake.notice;

/** What a notice is about: something that happened to an image, a case, or a task that is over. */
public enum Topic {
    OFFERED("offered"),
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    RECONSIDERED("put back to pending"),
    REMINDED("reminder"),
    REMOVED("taken back"),
    DELETED("deleted"),
    DEACTIVATED("deactivated"),
    REACTIVATED("reactivated"),
    SUSPENDED("suspended"),
    LIFTED("suspension lifted"),
    REPORTED("reported"),
    ANSWERED("answered"),
    SUCCESS("done"),
    FAILURE("failed");

    private final String word;

    Topic(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
