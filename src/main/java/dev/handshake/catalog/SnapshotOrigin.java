package dev.handshake.catalog;

import dev.handshake.image.Image;

/**
 * What a snapshot inherits from what it was taken of.
 *
 * @param operatingSystem empty if it is not known
 * @param isExportable whether the data may leave the cloud
 */
public record SnapshotOrigin(String operatingSystem, boolean isExportable) {

    /** An operating system that the snapshot's own metadata names stays. */
    void applyTo(Image image) {
        if (image.operatingSystem.isEmpty()) {
            image.operatingSystem = operatingSystem;
        }
        if (!isExportable) {
            image.markExportable(false);
        }
    }
}
