package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;

/**
 * The state machine of an image, from queued to active. Data arrives once and never changes; only whether it may be
 * used does.
 */
@MappedSuperclass
public abstract class ImageLifecycle extends DiskData {

    @Enumerated(EnumType.STRING)
    private ImageHome home = ImageHome.PORTAL;

    @Enumerated(EnumType.STRING)
    private ImageStatus status = ImageStatus.QUEUED;

    private boolean staged;

    /** Why the provider suspended it; null if it did not. */
    @Column(name = "held_because")
    private String suspensionReason;

    /** Whether it shares the data of another image that is suspended. */
    @Column(name = "has_held_data")
    private boolean hasSuspendedData;

    /** The status to return to when the suspension is lifted; null means active. */
    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private ImageStatus statusBefore;

    public ImageStatus status() {
        return status;
    }

    public ImageHome home() {
        return home;
    }

    /** Whether its data is stored and waits for the client's import call to activate the image. */
    public boolean isStaged() {
        return staged;
    }

    /** Whether its data is complete. */
    public boolean hasData() {
        return status == ImageStatus.ACTIVE || status == ImageStatus.DEACTIVATED;
    }

    public boolean isDeactivated() {
        return status == ImageStatus.DEACTIVATED;
    }

    /** @throws RefusedException {@link Reason#DATA_EXISTS} unless the image is still waiting for data */
    public void startSaving() {
        if (status != ImageStatus.QUEUED || staged) {
            throw new RefusedException(Reason.DATA_EXISTS);
        }
        status = ImageStatus.SAVING;
    }

    /** Returns to queued after an upload failed or was refused, so that the client can retry. */
    public void requeue() {
        status = ImageStatus.QUEUED;
    }

    /** Attaches complete data and activates the image. */
    public void activate(StoredFile data) {
        attach(data);
        status = ImageStatus.ACTIVE;
    }

    /** Takes over the status that another Image service gives it. */
    public void follow(ImageHome where, ImageStatus theirs) {
        home = where;
        status = theirs;
    }

    /** Shares the data of {@code other} and activates the image. */
    public void activate(DiskData other) {
        shareDataOf(other);
        status = ImageStatus.ACTIVE;
    }

    /** Attaches complete data, to be activated by {@link #importStaged()}. */
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

    /** Whether the provider suspended this image, or another one with the same data. */
    public boolean isSuspended() {
        return suspensionReason != null || hasSuspendedData;
    }

    /**
     * @return whether this image was not suspended itself before
     * @throws RefusedException {@link Reason#NOT_ACTIVE} if it has no data
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
     * Suspends the image because another image with the same data is suspended.
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
     * @param isDataSuspended whether another image with the same data is still suspended
     * @return whether the image was suspended and no longer is
     */
    public boolean liftSuspension(boolean isDataSuspended) {
        boolean was = isSuspended();
        suspensionReason = null;
        this.hasSuspendedData = isDataSuspended;
        if (!was || isDataSuspended) {
            return false;
        }
        if (hasData()) {
            status = statusBefore == null ? ImageStatus.ACTIVE : statusBefore;
        }
        statusBefore = null;
        return true;
    }

    /** A staged image keeps its status: its data cannot be read anyway. */
    private void deactivateForSuspension() {
        if (hasData()) {
            statusBefore = status;
            status = ImageStatus.DEACTIVATED;
        }
    }

    /**
     * Deactivates or reactivates the image.
     *
     * @return whether that changed its status
     * @throws RefusedException {@link Reason#NOT_ACTIVE} if it has no data
     */
    public boolean setDeactivated(boolean deactivated) {
        requireData();
        ImageStatus wanted = deactivated ? ImageStatus.DEACTIVATED : ImageStatus.ACTIVE;
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
