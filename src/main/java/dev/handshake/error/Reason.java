package dev.handshake.error;

/**
 * The catalogue of refusals: the HTTP status and user-facing message of each.
 *
 * <p>Anything an account may not see is {@link #NOT_FOUND}, whether it exists or not.
 */
public enum Reason {
    NOT_FOUND(404, "There is nothing here that your account may see. It may never have existed, or no longer."),

    NO_ACCOUNT(403, "Your sign-in carries no account number (claim “%s”)."),
    MALFORMED_ACCOUNT(403, "The account number in your sign-in (claim “%s”) is not of the form this cloud uses."),
    SEVERAL_ACCOUNTS(
            403,
            "Your sign-in carries several account numbers (claim “%s”). It has to carry one: yours is not clear otherwise."),
    NO_ROLE(403, "Your sign-in carries no role that this portal knows (claim “%s”: observer, creator or admin)."),
    NO_REGION(403, "Your sign-in carries no region that this portal serves (claim “%s”)."),
    ROLE_TOO_LOW(403, "This takes the role %s; yours is %s. Somebody with that role in your account can do it."),

    SIGN_INS_RATE_LIMITED(429, "More sign-ins came from your address than may within a minute. Go on in %s seconds."),

    ONLY_CONSUMER_DECIDES(403, "Only the account that was offered the image accepts or rejects it; its owner cannot."),
    ONLY_OWNER_OFFERS(403, "Only the owner of an image offers it. A consumer cannot share it on."),
    ONLY_OWNER_REMOVES(403, "Only the owner of an image removes its members. To decline the image, reject it."),
    ONLY_OWNER_CHANGES(403, "Only the owner of an image changes or deletes it."),
    ONLY_OWNER_OR_MEMBER_STARTS(
            403, "Only the owner of an image and the accounts that it is offered to start servers from it."),
    BASE_IMAGE(403, "Base images are the provider's and open to every account; they are not offered."),
    PRIVATE_IMAGE(403, "This image is private. Let it be shared first, in its details."),
    HAS_MEMBERS(409, "An image with members cannot be made private. Remove its %s members first."),
    IMAGE_NOT_SHARED(403, "Only shared images have members."),
    PUBLIC_VISIBILITY_NOT_ALLOWED(403, "No image is shared with everybody. Base images are the provider's alone."),
    PROTECTED(403, "This image is protected from deletion. Take the protection away first, in its details."),
    READ_ONLY(403, "Attribute '%s' is read-only."),
    FORMAT_NOT_CHANGEABLE(403, "The formats of an image can be changed only while it has no data."),
    UNSUPPORTED_CONTAINER_FORMAT(
            400, "Here the data of an image is a disk image as it is: its container_format is bare or ovf."),
    ID_TAKEN(409, "This id is taken, or was once. An id is never used again."),
    NO_SUCH_PROPERTY(409, "The image has no property '%s'."),
    TOO_MANY_IMAGE_VALUES(413, "An image has at most %s %s."),

    OWN_ACCOUNT(409, "This is your own account; the image is already yours."),
    ALREADY_MEMBER(409, "This account is already a member of the image."),
    MEMBER_QUOTA_EXCEEDED(413, "An image has at most %s members."),
    ACCOUNT_QUOTA_EXCEEDED(
            413,
            "This is more than your account's quota in %s: it has %s. Delete what is not needed, or ask the provider for more."),
    NO_SUCH_STATUS(400, "Status must be \"pending\", \"accepted\" or \"rejected\"."),
    INVALID_ACCOUNT_NUMBER(400, "This is not an account number."),
    TOO_MANY_OFFERS(400, "At most %s offers can be made at once: images times numbers."),
    OFFERS_RATE_LIMITED(429, "Your account made more offers than it may within an hour. Go on in %s seconds."),
    ACTIONS_RATE_LIMITED(429, "Your account did this more often than it may within an hour. Go on in %s seconds."),
    NOTHING_SELECTED(400, "Nothing was chosen."),
    NAME_NOT_CONFIRMED(422, "The name typed is not the name of the image."),

    DATA_EXISTS(409, "The data of an image never changes, and this one has its data or is just getting it."),
    NOT_STAGED(409, "This image has no staged data to import."),
    NOT_ACTIVE(403, "Only an image with its data can be deactivated, and only a deactivated one reactivated."),
    DEACTIVATED(403, "This image is deactivated. Its data is not given out."),
    NO_DATA(409, "This image has no data yet."),
    ONLY_PROVIDER_SUSPENDS(403, "Only the provider suspends images, and only the provider lifts that."),
    SUSPENDED(
            403,
            "The provider suspended this image. Until that is lifted it cannot be offered, accepted, deleted, exported,"
                    + " downloaded or started from; it can be rejected."),
    DATA_SUSPENDED(
            403,
            "The provider suspended the data that this server started from. No snapshot is taken of it meanwhile."),
    SUSPENDED_VIA_OTHER_IMAGE(
            409, "This image has the data of another one that is suspended. Lift the suspension of that image."),
    NOT_SHARED_WITH_YOU(403, "Only an account that the image was offered to reports it."),
    TEXT_REQUIRED(422, "This takes a sentence, of up to %s characters. Go back; what you typed is still there."),
    CASE_CLOSED(409, "This case is closed already."),
    NOT_EXPORTABLE(403, "This image holds licensed software. Its data does not leave the cloud."),
    ONLY_OPERATOR_MARKS_EXPORTABLE(403, "Only the operator of this cloud says whether an image may leave it."),
    NOT_ACKNOWLEDGED(422, "Tick what has to be known before this image leaves the cloud."),
    DATA_DAMAGED(
            500,
            "The stored data is not what it was: its SHA-512 is another. Tell the provider; nothing is given out."),
    EXPORT_EXPIRED(410, "This export is over. Prepare it anew."),
    LINK_EXPIRED(410, "This link is over, or not one of your account. The page of the export has a new one."),
    CONSUMER_DOWNLOAD_DISABLED(403, "In this cloud the data of a shared image is given to its owner alone."),

    NAME_REQUIRED(400, "It needs a name, of at most %s characters."),
    NO_SUCH_FLAVOR(400, "There is no such size. Choose one of the list."),
    DISK_TOO_SMALL(400, "A server of the size %s has a disk of %s GiB; this image needs %s GiB."),
    MEMORY_TOO_SMALL(400, "A server of the size %s has %s MiB of memory; this image needs %s MiB."),
    SERVER_EXISTS(
            409, "There is a server with this id already, with another name, size or image. Start with a new id."),
    SNAPSHOT_EXISTS(
            409, "There is a snapshot with this id already, with another name or other data. Take it with a new id."),
    SERVER_DELETED(409, "This server is deleted."),

    HIDDEN_CHARACTERS(
            400,
            "%s has a character that does not show, or that turns the direction of the text: U+%s. Write it without that."),

    FILE_MISSING(400, "No file was chosen."),
    FILE_EMPTY(400, "The file is empty."),
    FILE_TOO_LARGE(413, "The file is larger than the %s that this portal takes."),
    UPLOAD_INTERRUPTED(400, "The upload broke off before the file was complete. Nothing was kept; try again."),
    FILE_DAMAGED(400, "The file says that it is %s, but its header is damaged or cut off."),
    FILE_TRUNCATED(
            400, "The %s file is cut off: parts that it lists lie after its end. Get the whole file and try again."),
    FILE_COMPRESSED(400, "The file is packed (%s) and not a disk image as it is. Unpack it first: %s."),
    FILE_NOT_A_DISK(400, "The file is %s, not a disk image. %s"),
    FILE_NOT_SECTOR_ALIGNED(
            400,
            "The file is of no known format, and no raw disk either: its size, %s bytes, is no multiple of 512 bytes."),
    FILE_HAS_BACKING_FILE(
            400, "The qcow2 file builds on another file (its backing file). Flatten it first: qemu-img convert."),
    FILE_HAS_PARENT(400, "The %s is a difference to another file (its parent). Merge them first."),
    FILE_HAS_EXTERNAL_DATA_FILE(
            400, "The qcow2 file keeps its data in another file. Bring it into one: qemu-img convert."),
    FILE_HAS_EXTERNAL_EXTENTS(
            400, "The vmdk names other files that hold its data. Bring it into one: qemu-img convert."),
    FILE_FORMAT_NOT_SUPPORTED(400, "The file is %s, which this portal does not take. Convert it to qcow2 or raw."),

    FILE_SIZE_MISMATCH(400, "The data was announced as %s bytes, but it has %s."),
    FILE_FORMAT_MISMATCH(400, "The image was announced as %s, but the file is %s."),
    URL_MALFORMED(400, "This is not an address of the form https://host/path."),
    URL_SCHEME_NOT_ALLOWED(400, "Only http and https addresses can be fetched."),
    URL_HAS_CREDENTIALS(
            400, "The address carries a user name or a password, which everybody in your account could read."),
    URL_PORT_NOT_ALLOWED(400, "This portal does not fetch from the port %s."),
    URL_HOST_NOT_CANONICAL(
            400, "%s is an unusual spelling of an internet address. Write four decimal numbers, or a name."),
    URL_HOST_NOT_ALLOWED(
            400,
            "%s leads to no address that this portal fetches from: the name is not known, or leads inside the cloud."),
    URL_UNREACHABLE(502, "%s does not answer. Try again later, or take another mirror."),
    URL_CERTIFICATE_UNTRUSTED(502, "%s shows no certificate that this portal trusts."),
    URL_UNEXPECTED_STATUS(502, "%s answered %s. The file has to be there for everybody, without sign-in."),
    URL_NEEDS_SIGN_IN(
            502,
            "%s answered %s: it needs sign-in, or the address is over. Take one that is open to everybody, or a fresh signed one."),
    URL_SERVER_BUSY(502, "%s answered %s: it is busy. Try again later, or take another mirror."),
    URL_CONTENT_ENCODED(
            502,
            "%s sends the file packed for the way (Content-Encoding: %s), though it was asked not to. Take an address that gives the file as it is."),
    URL_TLS_FAILED(
            502,
            "No secure connection (TLS) to %s comes about. Look whether the address and its port are meant for https."),
    URL_NOT_HTTP(502, "%s does not answer as a web server does. Look whether the address and its port are right."),
    URL_DNS_UNAVAILABLE(502, "The name service (DNS) does not answer for %s. Try again later."),
    URL_TOO_MANY_REDIRECTS(502, "The address leads on to another one more than %s times."),
    URL_REDIRECT_TO_HTTP(502, "The address leads from https to http, where anybody on the way could change the file."),
    FETCH_INTERRUPTED(502, "The other side broke off after %s. Nothing was kept; try again."),
    FETCH_TIMED_OUT(504, "The file did not come within %s. Nothing was kept."),

    TASK_LOST(409, "It was stopped meanwhile, or somebody else goes on with it."),
    TASK_ABANDONED(500, "The portal stopped in the middle of it. Nothing was kept; try again."),
    TOO_MANY_TASKS(429, "Your account has %s of these under way already. Wait for one to end."),
    UPLOAD_FAILED(400, "The data broke off or was refused. Nothing was kept; send it again."),

    NOT_PENDING(409, "This account has answered already."),
    REMINDED_RECENTLY(409, "This account was reminded not long ago. It can be again from %s on."),
    TOO_MANY_REMINDERS(409, "An account is reminded of one offer at most %s times."),
    MAIL_DISABLED(409, "This portal sends no mail. Notices wait in it."),
    NO_VERIFIED_MAIL_ADDRESS(409, "Your sign-in carries no mail address that was verified."),
    TOO_MANY_MAIL_ADDRESSES(409, "Notices of an account go to at most %s addresses."),
    CANNOT_MUTE_OWN_ACCOUNT(409, "This is your own account."),
    TOO_MANY_MUTES(409, "An account can mute at most %s others."),

    PRECONDITION_FAILED(412, "The data is not what If-Match names. Nothing is sent."),
    RANGE_NOT_SATISFIABLE(416, "The data has only %s bytes."),
    STORE_UNAVAILABLE(503, "The image store does not answer. Nothing was changed; try again in a while."),
    DATABASE_UNAVAILABLE(
            503, "The database does not answer. Look again in a moment, whether the last thing you did was kept."),
    IDENTITY_PROVIDER_UNAVAILABLE(
            503, "The sign-in provider does not answer. Nothing was changed; try again in a moment."),
    BUSY(503, "The portal has more to do than it can at the moment. Nothing was changed; try again in a moment."),

    ACCOUNT_BUSY(
            429,
            "Your account has as many requests under way as it may at once. Try again when some of them have ended."),

    BODY_TOO_LARGE(413, "The request is larger than the %s that it may have."),
    MALFORMED(400, "The request cannot be read: %s."),
    CONFLICT(
            409,
            "Somebody changed the same thing at the same moment. Nothing of yours was changed; look, and try again."),
    UNKNOWN_MARKER(400, "The page to go on from is not known. Start from the first page.");

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
