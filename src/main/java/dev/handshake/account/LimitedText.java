package dev.handshake.account;

/** A text whose characters can be read only so often, so that matching it ends whatever the pattern is. */
class LimitedText implements CharSequence {

    /** The text was read as often as it may be. */
    static class Exhausted extends RuntimeException {
        private Exhausted() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private int left;

    /** @param most how many characters may be read, counting each time that one is */
    LimitedText(String text, int most) {
        this.text = text;
        this.left = most;
    }

    @Override
    public char charAt(int at) {
        if (left-- == 0) {
            throw new Exhausted();
        }
        return text.charAt(at);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.subSequence(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
