package dev.handshake.api.json;

import java.util.List;
import java.util.Set;

/** The keys of an image that mean something; any other is a property that its owner made up. */
class ImagePropertyNames {

    static final String DESCRIPTION = "description";
    static final String OPERATING_SYSTEM = "operating_system";

    /** Those that an owner sets. */
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

    /** Properties that a client says it has none of. */
    private static final Set<String> NULLABLE = Set.of("kernel_id", "ramdisk_id");

    /** How the names begin that an Image service keeps to itself. */
    private static final String RESERVED = "os_glance_";

    /** Those that nobody sets. */
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
        return READ_ONLY.contains(key) || key.startsWith(RESERVED);
    }
}
