package dev.handshake.imagedata;

import dev.handshake.disk.DiskFormat;
import dev.handshake.disk.DiskImageInfo;
import dev.handshake.image.Image;
import dev.handshake.image.Property;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A snapshot of a volume-backed server. The compute service creates the image with a block device mapping, which lists
 * the volumes' snapshots, then uploads an empty file, since there is no disk to copy.
 */
class VolumeBackedSnapshot {

    private static final String MAPPING = "block_device_mapping";

    private VolumeBackedSnapshot() {}

    /** What an empty file is stored as for this image, in the announced format; null if it is refused. */
    static DiskImageInfo emptyFileFacts(String region, UUID id) {
        Image image = Image.findById(new Image.Key(region, id));
        if (image == null || !hasBlockDeviceMapping(image)) {
            return null;
        }
        return new DiskImageInfo(Objects.requireNonNullElse(image.diskFormat, DiskFormat.RAW), 0, 0);
    }

    private static boolean hasBlockDeviceMapping(Image image) {
        String mapping = Property.findByImage(image.region, List.of(image.id))
                .getOrDefault(image.id, Map.of())
                .getOrDefault(MAPPING, "")
                .replaceAll("\\s", "");
        return !mapping.isEmpty() && !mapping.equals("[]");
    }
}
