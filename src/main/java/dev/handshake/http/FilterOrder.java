package dev.handshake.http;

/**
 * The request pipeline: priorities of all filters, in the order a request passes them. Comments mark where Quarkus' own
 * handlers run in between. Filters that also change the response register it from here too.
 */
public final class FilterOrder {

    /** Closes connections whose next request headers take too long. */
    public static final int HEADER_TIMEOUT = 20_000;

    /** Closes connections whose body takes too long. Runs before anything waits for the body or answers without it. */
    public static final int BODY_TIMEOUT = 15_000;

    /** Counts and logs every request from here on. */
    public static final int REQUEST_METRICS = 10_000;

    /** Rejects ambiguous paths. Runs before anything looks at the path. */
    public static final int CANONICAL_PATH = 9_000;

    /** Limits the concurrency of the replica. Runs before anything expensive. */
    public static final int CONCURRENCY_LIMIT = 5_000;

    /** Rejects malformed headers. Runs after the handler for proxy headers. */
    public static final int MALFORMED_REQUEST = 2_000;

    /** Closes connections whose client stops reading the response. */
    public static final int RESPONSE_STALL_TIMEOUT = 1_890;

    /** Strips and adds the cookie prefix. Runs before anything reads a cookie. */
    public static final int COOKIE_PREFIX = 1_700;

    /** Resolves the API version of a path, and reroutes page paths with a token to the API. */
    public static final int VERSION_NEGOTIATION = 1_000;

    /** Rejects pages requested at a foreign host. Runs before sign-in, which builds URLs from the host. */
    public static final int HOST = 950;

    /** Limits sign-ins per client address. */
    public static final int SIGN_IN_RATE_LIMIT = 900;

    // 200 and 100: Quarkus authenticates and checks permissions

    /** Limits the admitted requests of one account. Runs before a body is read. */
    public static final int ACCOUNT_ADMISSION = 90;

    /** Reads the bodies of API requests, up to their size limit. */
    public static final int JSON_BODY = 80;

    /** Queues the requests of one account for execution. Runs before a thread is taken. */
    public static final int ACCOUNT_EXECUTION = 70;

    /** Sets the size limit of forms. Runs after Quarkus' handler, which sets the limit for uploads. */
    public static final int FORM_SIZE_LIMIT = 1;

    private FilterOrder() {}
}
