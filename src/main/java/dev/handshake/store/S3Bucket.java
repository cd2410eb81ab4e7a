package dev.handshake.store;

import dev.handshake.config.InvalidSettingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The S3 operations the store needs. Exceptions of the SDK become {@link IOException}s. */
class S3Bucket {

    private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);

    private final S3Client client;
    private final String bucket;

    private S3Bucket(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    static S3Bucket create(S3Config settings) {
        String name = settings.bucket()
                .orElseThrow(
                        () -> new InvalidSettingException(
                                "handshake.images.s3.bucket: \"\" is not allowed with handshake.images.store=s3: name a bucket."));
        return new S3Bucket(S3ClientFactory.create(settings), name);
    }

    /** Stores the part as a complete object. */
    void put(String name, UploadPart part) throws IOException {
        String md5 = part.takeMd5();
        call(() -> client.putObject(put -> put.bucket(bucket).key(name).contentMD5(md5), part.toRequestBody()));
    }

    /** @return the upload id */
    String startUpload(String name) throws IOException {
        return call(() -> client.createMultipartUpload(it -> it.bucket(bucket).key(name)))
                .uploadId();
    }

    /** @param number starting at 1 */
    CompletedPart uploadPart(String name, String upload, int number, UploadPart part) throws IOException {
        String md5 = part.takeMd5();
        String tag = call(() -> client.uploadPart(
                        it -> it.bucket(bucket)
                                .key(name)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentMD5(md5),
                        part.toRequestBody()))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    void completeUpload(String name, String upload, List<CompletedPart> parts) throws IOException {
        call(() -> client.completeMultipartUpload(
                it -> it.bucket(bucket).key(name).uploadId(upload).multipartUpload(all -> all.parts(parts))));
    }

    /** Aborts the upload and discards its parts, if it exists. */
    void abortUpload(String name, String upload) throws IOException {
        try {
            call(() -> client.abortMultipartUpload(
                    it -> it.bucket(bucket).key(name).uploadId(upload)));
        } catch (NoSuchFileException gone) {
            // already gone
        }
    }

    /**
     * @param range as in the HTTP header
     * @throws NoSuchFileException if there is no such object
     * @throws EOFException if the object ends before the range
     */
    ResponseInputStream<GetObjectResponse> read(String name, String range) throws IOException {
        return call(() -> client.getObject(it -> it.bucket(bucket).key(name).range(range)));
    }

    /** Deletes the object if it exists. */
    void delete(String name) throws IOException {
        call(() -> client.deleteObject(it -> it.bucket(bucket).key(name)));
    }

    /**
     * All objects with this prefix, fetched page by page. Failures after the first page are
     * {@link UncheckedIOException}s.
     */
    Stream<S3Object> listObjects(String begin) throws IOException {
        return stream(client.listObjectsV2Paginator(it -> it.bucket(bucket).prefix(begin))
                .contents());
    }

    /** All incomplete uploads with this prefix, fetched in the same way. */
    Stream<MultipartUpload> listUploads(String begin) throws IOException {
        return stream(
                client.listMultipartUploadsPaginator(it -> it.bucket(bucket).prefix(begin))
                        .uploads());
    }

    /** Lists at most one object, with a short timeout. */
    void ping(String begin) throws IOException {
        call(() -> client.listObjectsV2(it -> it.bucket(bucket)
                .prefix(begin)
                .maxKeys(1)
                .overrideConfiguration(patience -> patience.apiCallTimeout(PING_TIMEOUT))));
    }

    private <T> Stream<T> stream(Iterable<T> listed) throws IOException {
        Iterator<T> items = call(listed::iterator);
        return Stream.iterate(next(items), Optional::isPresent, before -> next(items))
                .map(Optional::orElseThrow);
    }

    private <T> Optional<T> next(Iterator<T> listed) {
        try {
            return call(() -> listed.hasNext() ? Optional.of(listed.next()) : Optional.empty());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private <T> T call(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (NoSuchKeyException | NoSuchUploadException none) {
            throw new NoSuchFileException(none.getMessage());
        } catch (SdkException failed) {
            throw toIOException(failed);
        }
    }

    private IOException toIOException(SdkException failed) {
        boolean ended = failed instanceof S3Exception no && no.statusCode() == 416;
        return ended
                ? new EOFException()
                : new StoreUnavailableException("The bucket “" + bucket + "” does not answer as it should", failed);
    }
}
