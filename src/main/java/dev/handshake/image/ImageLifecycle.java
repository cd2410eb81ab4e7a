package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;

/** How far an image is with its data. Data comes once and never changes; only whether it is given out does. */
@MappedSuperclass
public abstract class ImageLifecycle extends DiskData {

    @Enumerated(EnumType.STRING)
    private ImageStatus status = ImageStatus.QUEUED;

    private boolean staged;

    /** Why the provider suspended it; null where it did not. */
    @Column(name = "held_because")
    private String suspensionReason;

    /** Whether it has the data of another image that the provider suspended. */
    @Column(name = "has_held_data")
    private boolean hasSuspendedData;

    /** What it is as soon as it is not suspended; null: active. */
    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private ImageStatus statusBefore;

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

    /** @throws RefusedException {@link Reason#DATA_EXISTS} unless this image still waits for its data */
    public void startSaving() {
        if (status != ImageStatus.QUEUED || staged) {
            throw new RefusedException(Reason.DATA_EXISTS);
        }
        status = ImageStatus.SAVING;
    }

    /** The data did not come, or was refused: it can be sent again. */
    public void requeue() {
        status = ImageStatus.QUEUED;
    }

    /** The data is complete: from here on it can be used. */
    public void activate(StoredFile data) {
        attach(data);
        status = ImageStatus.ACTIVE;
    }

    /** The data of {@code other} is this one's too. */
    public void activate(DiskData other) {
        shareDataOf(other);
        status = ImageStatus.ACTIVE;
    }

    /** The data is complete, and waits for {@link #importStaged()}. */
    public void stage(StoredFile data) {
        attach(data);
        status = ImageStatus.QUEUED;
        staged = true;
    }

    /** @throws RefusedException {@link Reason#NOT_STAGED} */
    public void importStaged() {
        if (!staged) {
            throw new RefusedException(Reason.NOT_STAGED);
        }
        staged = false;
        status = ImageStatus.ACTIVE;
        if (isSuspended()) {
            deactivateForSuspension();
        }
    }

    public String suspensionReason() {
        return suspensionReason;
    }

    /** Whether the provider suspended it, or the data that it has. */
    public boolean isSuspended() {
        return suspensionReason != null || hasSuspendedData;
    }

    /**
     * @return whether that is new
     * @throws RefusedException {@link Reason#NOT_ACTIVE} while it has no data
     */
    public boolean suspend(String because) {
        requireData();
        boolean isNew = suspensionReason == null;
        if (!isSuspended()) {
            deactivateForSuspension();
        }
        suspensionReason = because;
        return isNew;
    }

    /**
     * It has the data of another that is suspended.
     *
     * @return whether it was not suspended before
     */
    public boolean suspendBecauseOfData() {
        boolean isNew = !isSuspended();
        if (isNew) {
            deactivateForSuspension();
        }
        hasSuspendedData = true;
        return isNew;
    }

    /**
     * @param hasHeldData whether another image with its data is suspended still
     * @return whether it is suspended no more, and was before
     */
    public boolean liftSuspension(boolean hasHeldData) {
        boolean was = isSuspended();
        suspensionReason = null;
        this.hasSuspendedData = hasHeldData;
        if (!was || hasHeldData) {
            return false;
        }
        if (hasData()) {
            status = statusBefore == null ? ImageStatus.ACTIVE : statusBefore;
        }
        statusBefore = null;
        return true;
    }

    /** What is staged stays so: its data is not given out anyway. */
    private void deactivateForSuspension() {
        if (hasData()) {
            statusBefore = status;
            status = ImageStatus.DEACTIVATED;
        }
    }

    /**
     * From here on its data is not given out, or is again.
     *
     * @return whether that was different before
     * @throws RefusedException {@link Reason#NOT_ACTIVE} while it has none
     */
    public boolean setDeactivated(boolean isAway) {
        requireData();
        ImageStatus wanted = isAway ? ImageStatus.DEACTIVATED : ImageStatus.ACTIVE;
        if (isSuspended()) {
            statusBefore = wanted;
            return false;
        }
        boolean changes = status != wanted;
        status = wanted;
        return changes;
    }

    private void requireData() {
        if (!hasData()) {
            throw new RefusedException(Reason.NOT_ACTIVE);
        }
    }
}
