package dev.handshake.security.regex;

/** Text that counts its character reads, and refuses too many. */
class CountingCharSequence implements CharSequence {

    static class TooManyReadsException extends RuntimeException {}

    private final String text;
    private final long maxReads;
    private long reads;

    CountingCharSequence(String text, long maxReads) {
        this.text = text;
        this.maxReads = maxReads;
    }

    long reads() {
        return reads;
    }

    @Override
    public char charAt(int at) {
        if (++reads > maxReads) {
            throw new TooManyReadsException();
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
