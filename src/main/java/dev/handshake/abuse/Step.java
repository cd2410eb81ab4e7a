package dev.handshake.abuse;

/** What is done in a case. */
public enum Step {
    REPORTED("reported"),
    DEACTIVATED("took the image out of use"),
    REINSTATED("put the image back into use"),
    CLOSED("closed the case");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
