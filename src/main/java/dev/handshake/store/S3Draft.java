package dev.handshake.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Data on its way into a bucket: part by part, or at once where it is no more than one. */
class S3Draft extends ImageStore.Draft {

    private final Bucket bucket;
    private final String name;
    private final long most;
    private final Part part = Part.open();
    private final List<CompletedPart> sent = new ArrayList<>();
    private String upload;
    private boolean asked;
    private boolean kept;

    /**
     * @param folder what its name begins with
     * @param most bytes that a part has; the last one has fewer
     */
    S3Draft(Bucket bucket, String folder, long most) throws IOException {
        this.bucket = bucket;
        this.name = folder + "/" + key;
        this.most = most;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (part.size() == most) {
                send();
            }
            int some = (int) Math.min(length - done, most - part.size());
            part.add(buffer, offset + done, some);
            done += some;
        }
    }

    @Override
    public void keep() throws IOException {
        asked = true;
        if (upload == null) {
            bucket.put(name, part);
        } else {
            send();
            bucket.complete(name, upload, sent);
        }
        kept = true;
    }

    private void send() throws IOException {
        if (upload == null) {
            upload = bucket.begin(name);
        }
        sent.add(bucket.send(name, upload, sent.size() + 1, part));
        part.clear();
    }

    @Override
    public void close() throws IOException {
        part.close();
        if (!kept) {
            undo();
        }
    }

    /** A store that was asked to keep it and did not say yes may have kept it all the same. */
    private void undo() throws IOException {
        if (upload != null) {
            bucket.abort(name, upload);
        }
        if (asked) {
            bucket.remove(name);
        }
    }
}
