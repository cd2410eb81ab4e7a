package dev.handshake.account;

/**
 * Text whose characters can be read only a limited number of times, which bounds the time of any regular expression.
 */
class ReadLimitedCharSequence implements CharSequence {

    /** The limit was reached. */
    static class ReadLimitExceededException extends RuntimeException {
        private ReadLimitExceededException() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private int remainingReads;

    /** @param remainingReads total number of character reads, counting repeated ones */
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
