package dev.handshake.error;

/**
 * The catalog of refusals: the HTTP status and user-facing message of each.
 *
 * <p>Anything an account may not see is {@link #NOT_FOUND}, whether it exists or not.
 */
public enum Reason {
    NOT_FOUND(404, "Not found. It does not exist, or your account has no access to it."),

    NO_ACCOUNT(403, "Your sign-in has no account number (claim “%s”)."),
    MALFORMED_ACCOUNT(
            403, "The account number in your sign-in (claim “%s”) does not have the format that this cloud uses."),
    SEVERAL_ACCOUNTS(403, "Your sign-in has several account numbers (claim “%s”). It must have exactly one."),
    NO_ROLE(403, "Your sign-in has no role that this portal knows (claim “%s”: observer, creator or admin)."),
    NO_REGION(403, "Your sign-in has no region that this portal serves (claim “%s”)."),
    ROLE_TOO_LOW(403, "This requires the %s role; yours is %s. Ask someone with that role in your account."),

    SIGN_INS_RATE_LIMITED(429, "Too many sign-ins from your network address. Try again in %s seconds."),

    ONLY_CONSUMER_DECIDES(
            403, "Only the account that was offered the image can accept or reject it. The owner cannot."),
    ONLY_OWNER_OFFERS(403, "Only the owner of an image can offer it. Consumers cannot share it further."),
    ONLY_OWNER_REMOVES(403, "Only the owner of an image can remove its members. To decline the image, reject it."),
    ONLY_OWNER_CHANGES(403, "Only the owner of an image can change or delete it."),
    ONLY_OWNER_OR_MEMBER_STARTS(
            403, "Only the owner of an image and the accounts it is offered to can start servers from it."),
    BASE_IMAGE(403, "Base images belong to the provider and are open to every account. They cannot be offered."),
    REGION_OBSERVED(
            403,
            "This portal only shows what is shared in this region. Offer, accept, reject and remove in the cloud's own Image"
                    + " service, for example with the openstack command."),
    KEPT_ELSEWHERE(
            403,
            "The cloud's own Image service keeps the images of this region. Add and change them there, for example with the"
                    + " openstack command."),
    PRIVATE_IMAGE(403, "This image is private. Make it shared first."),
    HAS_MEMBERS(409, "An image with members cannot be made private. Remove its %s members first."),
    IMAGE_NOT_SHARED(403, "Only shared images can have members."),
    PUBLIC_VISIBILITY_NOT_ALLOWED(
            403, "Images cannot be shared with everyone. Only the provider publishes base images."),
    PROTECTED(403, "This image is protected from deletion. Remove the protection first."),
    READ_ONLY(403, "Attribute '%s' is read-only."),
    FORMAT_NOT_CHANGEABLE(403, "The formats of an image can only be changed while it has no data."),
    UNSUPPORTED_CONTAINER_FORMAT(400, "container_format must be bare or ovf: images here are plain disk images."),
    ID_TAKEN(409, "This id is in use or was used before. Ids are never reused."),
    NO_SUCH_PROPERTY(409, "The image has no property '%s'."),
    TOO_MANY_IMAGE_VALUES(413, "An image can have at most %s %s."),

    OWN_ACCOUNT(409, "This is your own account. The image is already yours."),
    ALREADY_MEMBER(409, "This account is already a member of the image."),
    MEMBER_QUOTA_EXCEEDED(413, "An image can have at most %s members."),
    ACCOUNT_QUOTA_EXCEEDED(
            413,
            "This exceeds your account's quota in %s: %s. Delete what you no longer need, or ask the provider for a higher quota."),
    NO_SUCH_STATUS(400, "Status must be \"pending\", \"accepted\" or \"rejected\"."),
    INVALID_ACCOUNT_NUMBER(400, "This is not an account number."),
    TOO_MANY_OFFERS(400, "At most %s offers (images × account numbers) can be made at once."),
    OFFERS_RATE_LIMITED(429, "Your account has reached its hourly limit of offers. Try again in %s seconds."),
    ACTIONS_RATE_LIMITED(429, "Your account has reached its hourly limit for this action. Try again in %s seconds."),
    NOTHING_SELECTED(400, "Nothing is selected. Select at least one first."),
    NAME_NOT_CONFIRMED(422, "This is not the name of the image."),

    DATA_EXISTS(409, "The data of an image never changes, and this image already has data or is receiving it."),
    NOT_STAGED(409, "This image has no staged data to import."),
    NOT_ACTIVE(403, "Only an active image can be deactivated, and only a deactivated image can be reactivated."),
    DEACTIVATED(403, "This image is deactivated. Its data is not available."),
    NO_DATA(409, "This image has no data yet."),
    ONLY_PROVIDER_SUSPENDS(403, "Only the provider can suspend an image or lift the suspension."),
    SUSPENDED(
            403,
            "The provider suspended this image. Until the suspension is lifted, it cannot be offered, accepted, deleted,"
                    + " exported, downloaded or used to start servers. It can be rejected."),
    DATA_SUSPENDED(
            403,
            "The provider suspended the data that this server was started from. No snapshots can be taken meanwhile."),
    SUSPENDED_VIA_OTHER_IMAGE(
            409, "This image has the same data as another image that is suspended. Lift the suspension of that image."),
    NOT_SHARED_WITH_YOU(403, "Only an account that was offered the image can report it."),
    TEXT_REQUIRED(422, "Write a sentence of at most %s characters. Go back; your text is still there."),
    CASE_CLOSED(409, "This case is already closed."),
    NOT_EXPORTABLE(403, "This image contains licensed software and cannot be exported or downloaded."),
    ONLY_OPERATOR_MARKS_EXPORTABLE(403, "Only the operator of this cloud can change whether an image may be exported."),
    NOT_ACKNOWLEDGED(422, "Confirm the statement above before you export this image."),
    DATA_DAMAGED(
            500,
            "The stored data is damaged: its SHA-512 does not match. Contact the provider; the data is not handed out."),
    EXPORT_EXPIRED(410, "This export has expired. Export the image again."),
    LINK_EXPIRED(410, "This link has expired or belongs to another account. The page of the export has a new one."),
    CONSUMER_DOWNLOAD_DISABLED(403, "In this cloud, only the owner of a shared image can download its data."),

    NAME_REQUIRED(400, "Enter a name of at most %s characters."),
    NO_SUCH_FLAVOR(400, "There is no such size. Choose one from the list."),
    DISK_TOO_SMALL(400, "A %s server has a %s GiB disk; this image needs %s GiB."),
    MEMORY_TOO_SMALL(400, "A %s server has %s MiB of memory; this image needs %s MiB."),
    SERVER_EXISTS(409, "A server with this id but a different name, size or image already exists. Use a new id."),
    SNAPSHOT_EXISTS(409, "A snapshot with this id but a different name or data already exists. Use a new id."),
    SERVER_DELETED(409, "This server has been deleted."),
    SERVER_BUSY(409, "The compute service is still asked for something else: %s. Wait until that has ended."),
    SERVER_NOT_IN_STATE(409, "This server is %s. That is not possible in this state."),
    SERVER_IS_RECORD(409, "This server is a record only: no compute service runs it."),
    NO_SUCH_NETWORK(400, "There is no such network. Choose one from the list."),
    SSH_KEY_MALFORMED(400, "Line %s is not an SSH public key. Each line begins with its type, such as ssh-ed25519."),
    SSH_KEYS_TOO_LONG(400, "Use at most %s characters of SSH keys."),
    NAME_NOT_TYPED(422, "Type the name of the server exactly as it is shown."),
    COMPUTE_UNAVAILABLE(503, "The compute service is not responding. Nothing was changed; try again in a moment."),
    COMPUTE_ACCOUNT_UNKNOWN(
            409,
            "The cloud's identity service gives the portal no access to your account, so it cannot use the compute service"
                    + " for you. Contact support."),
    COMPUTE_REFUSED(409, "The compute service refused: “%s”"),

    IMAGE_SERVICE_UNAVAILABLE(
            503, "The cloud's Image service, which has the data, is not responding. Try again in a moment."),
    IMAGE_SERVICE_REFUSED(
            409,
            "The cloud's Image service does not give the portal the data of this image. Download it there, or contact support."),

    /** What the Image service said. */
    IMAGE_NOT_TAKEN(409, "The cloud's Image service did not take the image: %s"),

    HIDDEN_CHARACTERS(
            400, "%s contains an invisible character or one that changes the text direction: U+%s. Remove it."),

    FILE_MISSING(400, "No file was chosen."),
    FILE_EMPTY(400, "The file is empty."),
    FILE_TOO_LARGE(413, "The file is larger than the %s that this portal accepts."),
    UPLOAD_INTERRUPTED(400, "The upload was interrupted before the file was complete. Nothing was stored; try again."),
    FILE_DAMAGED(400, "The file claims to be %s, but its header is damaged or truncated."),
    FILE_TRUNCATED(
            400, "The %s file is truncated: it refers to data beyond its end. Get the complete file and try again."),
    FILE_COMPRESSED(400, "The file is compressed or an archive (%s). Unpack it first: %s."),
    FILE_NOT_A_DISK(400, "The file is %s, not a disk image. %s"),
    FILE_NOT_SECTOR_ALIGNED(
            400,
            "The file has no known format, and it is not a raw disk: its size, %s bytes, is not a multiple of 512."),
    FILE_HAS_BACKING_FILE(
            400, "The qcow2 file depends on another file (its backing file). Flatten it first: qemu-img convert."),
    FILE_HAS_PARENT(400, "The %s file depends on another file (its parent). Merge them first."),
    FILE_HAS_EXTERNAL_DATA_FILE(
            400, "The qcow2 file keeps its data in another file. Merge them into one: qemu-img convert."),
    FILE_HAS_EXTERNAL_EXTENTS(
            400, "The vmdk file keeps its data in other files. Merge them into one: qemu-img convert."),
    FILE_FORMAT_NOT_SUPPORTED(400, "The file is %s, which this portal does not support. Convert it to qcow2 or raw."),

    FILE_SIZE_MISMATCH(400, "The data was declared as %s bytes, but has %s."),
    FILE_FORMAT_MISMATCH(400, "The image was declared as %s, but the file is %s."),
    URL_MALFORMED(400, "Enter a URL of the form https://host/path."),
    URL_SCHEME_NOT_ALLOWED(400, "Only http and https URLs are allowed."),
    URL_HAS_CREDENTIALS(
            400, "The URL contains a user name or password, which everyone in your account could read. Remove it."),
    URL_PORT_NOT_ALLOWED(400, "This portal does not connect to port %s."),
    URL_HOST_NOT_CANONICAL(
            400, "%s is an unusual spelling of an IP address. Write four decimal numbers, or a host name."),
    URL_HOST_NOT_ALLOWED(
            400, "%s has no address that this portal connects to: the name is unknown, or points inside the cloud."),
    URL_UNREACHABLE(502, "%s does not respond. Try again later, or use another mirror."),
    URL_CERTIFICATE_UNTRUSTED(502, "%s has no certificate that this portal trusts."),
    URL_UNEXPECTED_STATUS(502, "%s answered %s. The file must be publicly available, without sign-in."),
    URL_NEEDS_SIGN_IN(
            502, "%s answered %s: it requires sign-in, or the URL has expired. Use a public URL, or a new signed one."),
    URL_SERVER_BUSY(502, "%s answered %s: it is busy. Try again later, or use another mirror."),
    URL_CONTENT_ENCODED(
            502,
            "%s sends the file compressed (Content-Encoding: %s) although asked not to. Use a URL that serves the file as it is."),
    URL_TLS_FAILED(
            502,
            "A secure connection (TLS) to %s could not be established. Check that the URL and its port are meant for https."),
    URL_NOT_HTTP(502, "%s does not respond like a web server. Check the URL and its port."),
    URL_DNS_UNAVAILABLE(502, "The name server (DNS) did not respond for %s. Try again later."),
    URL_TOO_MANY_REDIRECTS(502, "The URL redirects more than %s times."),
    URL_REDIRECT_TO_HTTP(502, "The URL redirects from https to http, where the file could be changed in transit."),
    FETCH_INTERRUPTED(502, "The server closed the connection after %s. Nothing was stored; try again."),
    FETCH_TIMED_OUT(504, "The file did not arrive within %s. Nothing was stored."),

    TASK_LOST(409, "The task was canceled in the meantime, or another replica took it over."),
    TASK_ABANDONED(500, "The portal stopped while this was running. Nothing was stored; try again."),
    TOO_MANY_TASKS(429, "Your account already has %s of these in progress. Wait for one to finish."),
    UPLOAD_FAILED(400, "The data was interrupted or refused. Nothing was stored; send it again."),

    NOT_PENDING(409, "This account has already decided."),
    REMINDED_RECENTLY(409, "This account was reminded recently. You can send the next reminder from %s."),
    TOO_MANY_REMINDERS(409, "An account can be reminded of an offer at most %s times."),
    MAIL_DISABLED(409, "This portal does not send mail. Notifications are only shown here."),
    NO_VERIFIED_MAIL_ADDRESS(409, "Your sign-in has no verified mail address."),
    TOO_MANY_MAIL_ADDRESSES(409, "Notifications of an account can be sent to at most %s addresses."),
    CANNOT_MUTE_OWN_ACCOUNT(409, "This is your own account."),
    TOO_MANY_MUTES(409, "An account can mute at most %s other accounts."),
    TOO_MANY_WEBHOOKS(409, "An account can have at most %s webhooks in a region. Remove one first."),
    WEBHOOK_URL_TOO_LONG(400, "Use a URL of at most %s characters."),
    WEBHOOK_OFF(409, "This webhook is switched off. Switch it on first."),

    PRECONDITION_FAILED(412, "The data does not match If-Match. Nothing is sent."),
    RANGE_NOT_SATISFIABLE(416, "The data has only %s bytes."),
    STORE_UNAVAILABLE(503, "The image store is not responding. Nothing was changed; try again in a few minutes."),
    DATABASE_UNAVAILABLE(503, "The database is not responding. In a moment, check whether your last change was saved."),
    IDENTITY_PROVIDER_UNAVAILABLE(
            503, "The sign-in provider is not responding. Nothing was changed; try again in a moment."),
    BUSY(503, "The portal is overloaded. Nothing was changed; try again in a moment."),

    ACCOUNT_BUSY(429, "Your account has reached its limit of concurrent requests. Try again when some have finished."),

    BODY_TOO_LARGE(413, "The request exceeds the limit of %s."),
    MALFORMED(400, "The request is invalid: %s."),
    CONFLICT(409, "Someone else changed this at the same time, so your change was not made. Check it and try again."),
    UNKNOWN_MARKER(400, "This page of the list no longer exists. Start from the first page.");

    private final int status;
    private final String template;

    Reason(int status, String template) {
        this.status = status;
        this.template = template;
    }

    /** The HTTP status of the response. */
    public int status() {
        return status;
    }

    /** Whether the user's claims are incomplete, which only the identity provider's administrators can fix. */
    public boolean isIncompleteSignIn() {
        return switch (this) {
            case NO_ACCOUNT, MALFORMED_ACCOUNT, SEVERAL_ACCOUNTS, NO_ROLE, NO_REGION -> true;
            default -> false;
        };
    }

    /** @param words values of the message's placeholders, in order */
    public String message(Object... words) {
        return template.formatted(words);
    }
}
