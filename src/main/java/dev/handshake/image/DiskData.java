package dev.handshake.image;

import dev.handshake.disk.DiskFormat;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * What has data of the store, and what is known of that data: an image, or a server that started from one. Data never
 * changes, so that several can have the same.
 */
@MappedSuperclass
public abstract class DiskData extends PanacheEntityBase {

    /** As announced until there is data, as recognised from then on; null while neither. */
    @Enumerated(EnumType.STRING)
    @Column(name = "disk_format")
    public DiskFormat diskFormat;

    /** Whether the data was taken as raw only because nothing else fits. */
    @Column(name = "format_guessed")
    public boolean formatGuessed;

    /** What is around the disk image, in a word of the Images API, or null. */
    @Column(name = "container_format")
    public String containerFormat;

    /** Bytes of data. */
    public long size;

    /** Bytes that a server sees as its disk. */
    @Column(name = "virtual_size")
    public Long virtualSize;

    public String md5;
    public String sha512;

    @Column(name = "operating_system")
    public String operatingSystem;

    /** GiB. */
    @Column(name = "min_disk")
    public int minDisk;

    /** MiB. */
    @Column(name = "min_ram")
    public int minRam;

    @Column(name = "data_key")
    UUID dataKey;

    private boolean exportable = true;

    /** Where its data is in the store; null where it has none. */
    public UUID dataKey() {
        return dataKey;
    }

    /** What names its data in HTTP, in quotes: data never changes, so that its digest does. */
    public String entityTag() {
        return '"' + sha512.substring(0, 32) + '"';
    }

    /** Whether its data may leave the cloud. */
    public boolean isExportable() {
        return exportable;
    }

    /** Whether its data may leave the cloud from here on. */
    public void markExportable(boolean may) {
        exportable = may;
    }

    void attach(StoredFile data) {
        dataKey = data.key();
        diskFormat = data.facts().format();
        formatGuessed = data.facts().isGuess();
        size = data.facts().size();
        virtualSize = data.facts().virtualSize();
        md5 = data.md5();
        sha512 = data.sha512();
    }

    /** Has the same data as {@code other} from here on, and what holds for that. */
    public void shareDataOf(DiskData other) {
        dataKey = other.dataKey();
        diskFormat = other.diskFormat;
        formatGuessed = other.formatGuessed;
        containerFormat = other.containerFormat;
        size = other.size;
        virtualSize = other.virtualSize;
        md5 = other.md5;
        sha512 = other.sha512;
        inheritFrom(other);
    }

    /** What holds for {@code other} holds for whatever comes of it: what a server needs, and whether data leaves. */
    void inheritFrom(DiskData other) {
        operatingSystem = other.operatingSystem;
        minDisk = other.minDisk;
        minRam = other.minRam;
        exportable = other.exportable;
    }

    /** Needs its data no more. What is known of it stays known. */
    public void releaseData() {
        dataKey = null;
    }
}
