package dev.handshake.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Data on its way into a bucket: part by part, or at once where it is no more than one. */
class S3Upload extends ImageStore.PendingUpload {

    private final S3Bucket bucket;
    private final String name;
    private final long partSize;
    private final UploadPart part = UploadPart.create();
    private final List<CompletedPart> completedParts = new ArrayList<>();
    private String uploadId;
    private boolean commitRequested;
    private boolean committed;

    /**
     * @param folder what its name begins with
     * @param partSize bytes that a part has; the last one has fewer
     */
    S3Upload(S3Bucket bucket, String folder, long partSize) throws IOException {
        this.bucket = bucket;
        this.name = folder + "/" + key;
        this.partSize = partSize;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (part.size() == partSize) {
                sendPart();
            }
            int some = (int) Math.min(length - done, partSize - part.size());
            part.append(buffer, offset + done, some);
            done += some;
        }
    }

    @Override
    public void commit() throws IOException {
        commitRequested = true;
        if (uploadId == null) {
            bucket.put(name, part);
        } else {
            sendPart();
            bucket.completeUpload(name, uploadId, completedParts);
        }
        committed = true;
    }

    private void sendPart() throws IOException {
        if (uploadId == null) {
            uploadId = bucket.startUpload(name);
        }
        completedParts.add(bucket.uploadPart(name, uploadId, completedParts.size() + 1, part));
        part.reset();
    }

    @Override
    public void close() throws IOException {
        part.close();
        if (!committed) {
            discard();
        }
    }

    /** A store that was asked to keep it and did not say yes may have kept it all the same. */
    private void discard() throws IOException {
        if (uploadId != null) {
            bucket.abortUpload(name, uploadId);
        }
        if (commitRequested) {
            bucket.delete(name);
        }
    }
}
