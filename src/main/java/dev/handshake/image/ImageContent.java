package dev.handshake.image;

import dev.handshake.disk.DiskFormat;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** The data of an image, and how far it is. Data comes once and never changes; only whether it is given out does. */
@MappedSuperclass
public abstract class ImageContent extends PanacheEntityBase {

    @Enumerated(EnumType.STRING)
    private ImageStatus status = ImageStatus.QUEUED;

    /** As announced until there is data, as recognised from then on; null while neither. */
    @Enumerated(EnumType.STRING)
    @Column(name = "disk_format")
    public DiskFormat diskFormat;

    /** What is around the disk image, in a word of the Images API, or null. */
    @Column(name = "container_format")
    public String containerFormat;

    /** Bytes of data. */
    public long size;

    /** Bytes that a server sees as its disk. */
    @Column(name = "virtual_size")
    public Long virtualSize;

    /** Where the data is in the store; null while there is none. */
    @Column(name = "data_key")
    UUID dataKey;

    public String md5;
    public String sha512;
    private boolean exportable = true;
    private boolean staged;

    public ImageStatus status() {
        return status;
    }

    /** Whether its data may leave the cloud. */
    public boolean isExportable() {
        return exportable;
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

    /** The data is complete, and waits for {@link #release()}. */
    void stage(ImageData data) {
        keep(data);
        status = ImageStatus.QUEUED;
        staged = true;
    }

    private void keep(ImageData data) {
        dataKey = data.key();
        diskFormat = data.facts().format();
        size = data.facts().size();
        virtualSize = data.facts().virtualSize();
        md5 = data.md5();
        sha512 = data.sha512();
    }

    /** @throws Refused {@link Reason#NOT_STAGED} */
    void release() {
        if (!staged) {
            throw new Refused(Reason.NOT_STAGED);
        }
        staged = false;
        status = ImageStatus.ACTIVE;
    }

    /** From here on its data is not given out, or is again. @throws Refused {@link Reason#NOT_ACTIVE} while it has none */
    void deactivate(boolean isAway) {
        if (!hasData()) {
            throw new Refused(Reason.NOT_ACTIVE);
        }
        status = isAway ? ImageStatus.DEACTIVATED : ImageStatus.ACTIVE;
    }
}
