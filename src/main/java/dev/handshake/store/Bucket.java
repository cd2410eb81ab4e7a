package dev.handshake.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

/** A bucket, in the few calls that the store needs. What the SDK throws comes out as an {@link IOException}. */
class Bucket {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final S3Client client;
    private final String bucket;

    private Bucket(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    static Bucket of(S3Settings settings) {
        String name = settings.bucket()
                .filter(Predicate.not(String::isBlank))
                .orElseThrow(() -> new IllegalArgumentException(
                        "handshake.images.s3.bucket is not set: the bucket that image data is kept in"));
        return new Bucket(Connection.to(settings), name);
    }

    /** Keeps the part as a whole. */
    void put(String name, Part part) throws IOException {
        String md5 = part.md5();
        ask(() -> client.putObject(put -> put.bucket(bucket).key(name).contentMD5(md5), part.body()));
    }

    /** @return the upload, as the store names it */
    String begin(String name) throws IOException {
        return ask(() -> client.createMultipartUpload(it -> it.bucket(bucket).key(name)))
                .uploadId();
    }

    /** @param number counted from 1 */
    CompletedPart send(String name, String upload, int number, Part part) throws IOException {
        String md5 = part.md5();
        String tag = ask(() -> client.uploadPart(
                        it -> it.bucket(bucket)
                                .key(name)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentMD5(md5),
                        part.body()))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    void complete(String name, String upload, List<CompletedPart> parts) throws IOException {
        ask(() -> client.completeMultipartUpload(
                it -> it.bucket(bucket).key(name).uploadId(upload).multipartUpload(all -> all.parts(parts))));
    }

    /** Takes the upload away with all that was sent, if it is there. */
    void abort(String name, String upload) throws IOException {
        try {
            ask(() -> client.abortMultipartUpload(
                    it -> it.bucket(bucket).key(name).uploadId(upload)));
        } catch (NoSuchFileException gone) {
            // as wished
        }
    }

    /**
     * @param range in bytes, as HTTP writes it
     * @throws NoSuchFileException where there is no such object
     * @throws EOFException where it ends before the range begins
     */
    ResponseInputStream<GetObjectResponse> read(String name, String range) throws IOException {
        return ask(() -> client.getObject(it -> it.bucket(bucket).key(name).range(range)));
    }

    /** Takes the object away, if it is there. */
    void remove(String name) throws IOException {
        ask(() -> client.deleteObject(it -> it.bucket(bucket).key(name)));
    }

    /**
     * All objects whose names begin so, asked for page by page; from the second on it is {@link UncheckedIOException}s.
     */
    Stream<S3Object> objects(String begin) throws IOException {
        return each(client.listObjectsV2Paginator(it -> it.bucket(bucket).prefix(begin))
                .contents());
    }

    /** All uploads for such names that were begun and not ended; in the same way. */
    Stream<MultipartUpload> uploads(String begin) throws IOException {
        return each(client.listMultipartUploadsPaginator(it -> it.bucket(bucket).prefix(begin))
                .uploads());
    }

    /** Asks for no more than one name, and not for long. */
    void ask(String begin) throws IOException {
        ask(() -> client.listObjectsV2(it -> it.bucket(bucket)
                .prefix(begin)
                .maxKeys(1)
                .overrideConfiguration(patience -> patience.apiCallTimeout(SOON))));
    }

    private <T> Stream<T> each(Iterable<T> listed) throws IOException {
        Iterator<T> items = ask(listed::iterator);
        return Stream.iterate(next(items), Optional::isPresent, before -> next(items))
                .map(Optional::orElseThrow);
    }

    private <T> Optional<T> next(Iterator<T> listed) {
        try {
            return ask(() -> listed.hasNext() ? Optional.of(listed.next()) : Optional.empty());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private <T> T ask(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (NoSuchKeyException | NoSuchUploadException none) {
            throw new NoSuchFileException(none.getMessage());
        } catch (SdkException failed) {
            throw of(failed);
        }
    }

    private IOException of(SdkException failed) {
        boolean ended = failed instanceof S3Exception no && no.statusCode() == 416;
        return ended
                ? new EOFException()
                : new StoreAway("The bucket “" + bucket + "” does not answer as it should", failed);
    }
}
