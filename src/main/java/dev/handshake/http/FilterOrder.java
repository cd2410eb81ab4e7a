package dev.handshake.http;

/**
 * The request pipeline: the place of every filter, in the order in which a request passes them. Quarkus does its own
 * work between them, where a comment says so. What an answer passes is registered by the same filters.
 */
public final class FilterOrder {

    /** Closes a connection whose next header takes too long. */
    public static final int HEADER_TIMEOUT = 20_000;

    /** Closes a connection whose body takes too long; before anything waits for the body or answers without it. */
    public static final int BODY_TIMEOUT = 15_000;

    /** Counts and logs what comes from here on. */
    public static final int REQUEST_METRICS = 10_000;

    /** Refuses paths that could be read in two ways; before anything looks at the path. */
    public static final int CANONICAL_PATH = 9_000;

    /** Limits what one replica does at a time; before anything that costs something. */
    public static final int CONCURRENCY_LIMIT = 5_000;

    /** Refuses headers that cannot be read; behind what says how the request came through a proxy. */
    public static final int MALFORMED_REQUEST = 2_000;

    /** Closes a connection that takes nothing of its answer. */
    public static final int RESPONSE_STALL_TIMEOUT = 1_890;

    /** Tells browsers to come by https only. */
    public static final int HSTS = 1_800;

    /** Reads and writes the prefix of cookies; before anything reads a cookie. */
    public static final int COOKIE_PREFIX = 1_700;

    /** Finds the version of the API that a path means, and leads a token at a page's address to the API. */
    public static final int VERSION_NEGOTIATION = 1_000;

    /** Refuses pages at a host that is not ours; before sign-in, which makes an address of the host. */
    public static final int HOST = 950;

    /** Limits how often one address signs in. */
    public static final int SIGN_IN_RATE_LIMIT = 900;

    // 200 and 100: Quarkus authenticates and checks permissions

    /** Limits what one account does at a time; before a body is read. */
    public static final int ACCOUNT_ADMISSION = 90;

    /** Reads the bodies of API requests within their limits. */
    public static final int JSON_BODY = 80;

    /** Lets the requests of one account wait for each other; before a thread is taken. */
    public static final int ACCOUNT_EXECUTION = 70;

    /** Sets the limit of forms; behind Quarkus' handler, which sets the one that is meant for files. */
    public static final int FORM_SIZE_LIMIT = 1;

    private FilterOrder() {}
}
