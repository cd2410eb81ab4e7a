package dev.handshake.image;

import dev.handshake.disk.DiskFormat;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * Reference to data in the image store, with what is known about it. Extended by images and by servers started from
 * them. Data is immutable, so several rows may share it.
 */
@MappedSuperclass
public abstract class DiskData extends PanacheEntityBase {

    /** As announced by the client until there is data, then as detected; null if neither. */
    @Enumerated(EnumType.STRING)
    @Column(name = "disk_format")
    public DiskFormat diskFormat;

    /** Whether the data was taken as raw only because no other format matched. */
    @Column(name = "format_guessed")
    public boolean formatGuessed;

    /** The container format as in the Images API, or null. */
    @Column(name = "container_format")
    public String containerFormat;

    /** Size of the data in bytes. */
    public long size;

    /** Size in bytes of the disk as a server sees it. */
    @Column(name = "virtual_size")
    public Long virtualSize;

    public String md5;
    /** In lower-case hex; null if there is no data, or the Image service that keeps it does not say. */
    public String sha512;

    @Column(name = "operating_system")
    public String operatingSystem;

    /** In GiB. */
    @Column(name = "min_disk")
    public int minDisk;

    /** In MiB. */
    @Column(name = "min_ram")
    public int minRam;

    @Column(name = "data_key")
    UUID dataKey;

    private boolean exportable = true;

    /** Key of the data in the store; null if there is none. */
    public UUID dataKey() {
        return dataKey;
    }

    /** The HTTP ETag, quoted. Data never changes, so neither do its digest and key. */
    public String entityTag() {
        return '"' + (sha512 == null ? dataKey().toString() : sha512.substring(0, 32)) + '"';
    }

    /** Whether the data may leave the cloud. */
    public boolean isExportable() {
        return exportable;
    }

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

    /** Shares the data of {@code other}, and inherits its restrictions. */
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

    /**
     * Copies what also applies to anything derived from {@code other}: server requirements, and whether the data may be
     * exported.
     */
    void inheritFrom(DiskData other) {
        operatingSystem = other.operatingSystem;
        minDisk = other.minDisk;
        minRam = other.minRam;
        exportable = other.exportable;
    }

    /** Drops the reference to the data. What is known about it stays. */
    public void releaseData() {
        dataKey = null;
    }
}
