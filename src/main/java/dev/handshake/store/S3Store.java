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
 * Stores image data in a bucket of an S3-compatible object store ({@code handshake.images.s3}), as {@code REGION/KEY}
 * after the prefix, like the folder. Pending data is a multipart upload, which is invisible until complete.
 */
class S3Store implements ImageStore {

    /** After the prefix; other objects in the bucket are not ours. */
    private static final Pattern KEY = Pattern.compile("[^/]+/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** A limit of the S3 protocol. */
    private static final long MAX_PARTS = 10_000;

    private final S3Bucket bucket;
    private final String prefix;
    private final long partSize;

    /** @param partSize bytes per request */
    S3Store(S3Bucket bucket, String prefix, long partSize) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.partSize = partSize;
    }

    /** @param largest maximum size of a file in bytes */
    static S3Store create(S3Config settings, long largest) {
        long part = settings.partSize().asLongValue();
        long enough = largest / MAX_PARTS + 1;
        return new S3Store(S3Bucket.create(settings), settings.prefix().orElse(""), Math.max(part, enough));
    }

    @Override
    public PendingUpload startUpload(String region) throws IOException {
        return new S3Upload(bucket, prefix + region, partSize);
    }

    @Override
    public InputStream openStream(String region, UUID data, long from) throws IOException {
        return new S3RangedInputStream(bucket, key(region, data), from, partSize);
    }

    @Override
    public void delete(String region, UUID data) throws IOException {
        bucket.delete(key(region, data));
    }

    @Override
    public Stream<UUID> listOlderThan(String region, Instant time) throws IOException {
        return bucket.listObjects(key(region, ""))
                .filter(each -> each.lastModified().isBefore(time))
                .map(each -> matchKey(each.key()))
                .filter(Matcher::matches)
                .map(name -> UUID.fromString(name.group(1)));
    }

    @Override
    public void deleteStaleUploads(Instant time) throws IOException {
        for (MultipartUpload draft : (Iterable<MultipartUpload>) pendingUploads()::iterator) {
            if (draft.initiated().isBefore(time)) {
                bucket.abortUpload(draft.key(), draft.uploadId());
            }
        }
    }

    @Override
    public void ping() throws IOException {
        bucket.ping(prefix);
    }

    /** All pending multipart uploads; data of a single part has none. */
    Stream<MultipartUpload> pendingUploads() throws IOException {
        return bucket.listUploads(prefix).filter(each -> matchKey(each.key()).matches());
    }

    private String key(String region, Object data) {
        return prefix + region + "/" + data;
    }

    private Matcher matchKey(String name) {
        return KEY.matcher(name.substring(prefix.length()));
    }
}
