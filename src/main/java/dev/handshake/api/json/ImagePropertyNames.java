package dev.handshake.api.json;

import java.util.List;
import java.util.Set;

/** The standard keys of an image; all others are custom properties. */
class ImagePropertyNames {

    static final String DESCRIPTION = "description";
    static final String OPERATING_SYSTEM = "operating_system";

    /** Keys the owner can set. */
    static final List<String> SETTABLE = List.of(
            "name",
            DESCRIPTION,
            OPERATING_SYSTEM,
            "disk_format",
            "container_format",
            "visibility",
            "protected",
            "os_hidden",
            "min_disk",
            "min_ram",
            "tags");

    /** Properties that clients may set to null. */
    private static final Set<String> NULLABLE = Set.of("kernel_id", "ramdisk_id");

    /** Prefix of names reserved by Glance. */
    private static final String RESERVED = "os_glance_";

    /** Keys that nobody can set. */
    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "owner",
            "status",
            "size",
            "virtual_size",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "created_at",
            "updated_at",
            "deleted",
            "deleted_at",
            "self",
            "file",
            "schema",
            "direct_url",
            "locations",
            "stores",
            "location");

    static boolean isNullable(String key) {
        return NULLABLE.contains(key);
    }

    static boolean isReadOnly(String key) {
        return READ_ONLY.contains(key) || key.startsWith(RESERVED) || key.startsWith(ComputeProperties.SOURCE_PREFIX);
    }
}
