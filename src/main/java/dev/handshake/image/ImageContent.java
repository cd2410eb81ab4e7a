package dev.handshake.image;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;

/** How far an image is with its data. Data comes once and never changes; only whether it is given out does. */
@MappedSuperclass
public abstract class ImageContent extends DataHolder {

    @Enumerated(EnumType.STRING)
    private ImageStatus status = ImageStatus.QUEUED;

    private boolean staged;

    public ImageStatus status() {
        return status;
    }

    /** Whether its data is here, and only the word is missing that it be used. */
    public boolean isStaged() {
        return staged;
    }

    /** Whether its data is complete. */
    public boolean hasData() {
        return status == ImageStatus.ACTIVE || status == ImageStatus.DEACTIVATED;
    }

    /** @throws Refused {@link Reason#DATA_EXISTS} unless this image still waits for its data */
    void expectData() {
        if (status != ImageStatus.QUEUED || staged) {
            throw new Refused(Reason.DATA_EXISTS);
        }
        status = ImageStatus.SAVING;
    }

    /** The data did not come, or was refused: it can be sent again. */
    void expectDataAgain() {
        status = ImageStatus.QUEUED;
    }

    /** The data is complete: from here on it can be used. */
    void activate(ImageData data) {
        keep(data);
        status = ImageStatus.ACTIVE;
    }

    /** The data of {@code other} is this one's too. */
    void activate(DataHolder other) {
        share(other);
        status = ImageStatus.ACTIVE;
    }

    /** The data is complete, and waits for {@link #release()}. */
    void stage(ImageData data) {
        keep(data);
        status = ImageStatus.QUEUED;
        staged = true;
    }

    /** @throws Refused {@link Reason#NOT_STAGED} */
    void release() {
        if (!staged) {
            throw new Refused(Reason.NOT_STAGED);
        }
        staged = false;
        status = ImageStatus.ACTIVE;
    }

    /**
     * From here on its data is not given out, or is again.
     *
     * @return whether that was different before
     * @throws Refused {@link Reason#NOT_ACTIVE} while it has none
     */
    boolean deactivate(boolean isAway) {
        if (!hasData()) {
            throw new Refused(Reason.NOT_ACTIVE);
        }
        ImageStatus before = status;
        status = isAway ? ImageStatus.DEACTIVATED : ImageStatus.ACTIVE;
        return status != before;
    }
}
