package dev.handshake.benchmark;

/** The account numbers of the data set. */
class BenchmarkAccounts {

    /** Has the base images. */
    static final String PROVIDER = "900000";

    /** Owns what is written to, so that reads are left alone. */
    static final String WRITER = "3000000";

    /** Each of them is offered an eighth of all images. */
    static final int LARGE_CONSUMERS = 10;

    private BenchmarkAccounts() {}

    /** One of the many, who own images and are offered some. */
    static String ordinary(long number) {
        return String.valueOf(1_000_000 + number);
    }

    static String largeConsumer(int number) {
        return String.valueOf(2_000_000 + number);
    }

    /** One that is offered every image of the writer, and answers once. */
    static String responder(int number) {
        return String.valueOf(4_000_000 + number);
    }

    /**
     * Numbers that are offered an image while it is measured.
     *
     * @param turn a million numbers each
     */
    static String newMember(int turn, int number) {
        return String.valueOf(50_000_000 + turn * 1_000_000 + number);
    }
}
