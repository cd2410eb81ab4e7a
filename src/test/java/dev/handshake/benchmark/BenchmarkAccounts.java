package dev.handshake.benchmark;

/** The account numbers of the data set. */
class BenchmarkAccounts {

    /** Owns the base images. */
    static final String PROVIDER = "900000";

    /** Owns all images that are written to, so that reads are not affected. */
    static final String WRITER = "3000000";

    /** Each is offered an eighth of all images. */
    static final int LARGE_CONSUMERS = 10;

    private BenchmarkAccounts() {}

    /** One of the many accounts that own some images and are offered some. */
    static String ordinary(long number) {
        return String.valueOf(1_000_000 + number);
    }

    static String largeConsumer(int number) {
        return String.valueOf(2_000_000 + number);
    }

    /** An account that is offered every image of the writer and decides once. */
    static String responder(int number) {
        return String.valueOf(4_000_000 + number);
    }

    /**
     * Account numbers offered an image during a measurement.
     *
     * @param turn selects a range of a million numbers
     */
    static String newMember(int turn, int number) {
        return String.valueOf(50_000_000 + turn * 1_000_000 + number);
    }
}
