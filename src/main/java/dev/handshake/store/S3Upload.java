package dev.handshake.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Stores data in a bucket: as a multipart upload, or as a single object if it fits one part. */
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
     * @param folder prefix of the object's name
     * @param partSize bytes per part; the last one may be smaller
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

    /** If the commit failed, the store may have completed the object anyway, so it is deleted. */
    private void discard() throws IOException {
        if (uploadId != null) {
            bucket.abortUpload(name, uploadId);
        }
        if (commitRequested) {
            bucket.delete(name);
        }
    }
}
