package dev.handshake.account;

/** A text whose characters can be read only so often, so that matching it ends whatever the pattern is. */
class ReadLimitedCharSequence implements CharSequence {

    /** The text was read as often as it may be. */
    static class ReadLimitExceededException extends RuntimeException {
        private ReadLimitExceededException() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private int remainingReads;

    /** @param remainingReads how many characters may be read, counting each time that one is */
    ReadLimitedCharSequence(String text, int remainingReads) {
        this.text = text;
        this.remainingReads = remainingReads;
    }

    @Override
    public char charAt(int at) {
        if (remainingReads-- == 0) {
            throw new ReadLimitExceededException();
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
