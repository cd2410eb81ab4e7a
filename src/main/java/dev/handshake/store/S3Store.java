package dev.handshake.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Image data in a bucket of an S3-compatible object store ({@code handshake.images.s3}), under the same names as in a
 * folder: {@code REGION/KEY}, after the prefix. What is on its way in is an upload of several parts, which the store
 * shows to nobody before it is complete.
 */
class S3Store implements ImageStore {

    /** After the prefix; whatever else is in the bucket is somebody else's. */
    private static final Pattern NAME = Pattern.compile("[^/]+/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** What the protocol allows. */
    private static final long SMALLEST_PART = 5 << 20;

    private static final long MOST_PARTS = 10_000;

    private final Bucket bucket;
    private final String prefix;
    private final long part;

    /** @param part bytes that are sent or fetched at once */
    S3Store(Bucket bucket, String prefix, long part) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.part = part;
    }

    /** @param largest bytes that one file may have */
    static S3Store of(S3Settings settings, long largest) {
        long part = settings.part().asLongValue();
        if (part < SMALLEST_PART) {
            throw new IllegalArgumentException("handshake.images.s3.part is too little: object stores take 5M or more");
        }
        long enough = largest / MOST_PARTS + 1;
        return new S3Store(Bucket.of(settings), settings.prefix().orElse(""), Math.max(part, enough));
    }

    @Override
    public Draft draft(String region) throws IOException {
        return new S3Draft(bucket, prefix + region, part);
    }

    @Override
    public InputStream read(String region, UUID data, long from) throws IOException {
        return new S3Reading(bucket, name(region, data), from, part);
    }

    @Override
    public void remove(String region, UUID data) throws IOException {
        bucket.remove(name(region, data));
    }

    @Override
    public Stream<UUID> keptBefore(String region, Instant time) throws IOException {
        return bucket.objects(name(region, ""))
                .filter(each -> each.lastModified().isBefore(time))
                .map(each -> ours(each.key()))
                .filter(Matcher::matches)
                .map(name -> UUID.fromString(name.group(1)));
    }

    @Override
    public void forgetDrafts(Instant time) throws IOException {
        for (MultipartUpload draft : (Iterable<MultipartUpload>) drafts()::iterator) {
            if (draft.initiated().isBefore(time)) {
                bucket.abort(draft.key(), draft.uploadId());
            }
        }
    }

    @Override
    public void ask() throws IOException {
        bucket.ask(prefix);
    }

    /** All that are on their way in; of the smallest the store knows nothing yet. */
    Stream<MultipartUpload> drafts() throws IOException {
        return bucket.uploads(prefix).filter(each -> ours(each.key()).matches());
    }

    private String name(String region, Object data) {
        return prefix + region + "/" + data;
    }

    private Matcher ours(String name) {
        return NAME.matcher(name.substring(prefix.length()));
    }
}
