package dev.handshake.catalog;

import dev.handshake.image.Image;
import java.util.function.Function;

/**
 * The columns an image list can be sorted and filtered by, with their SQL. When sorting, a missing value counts as
 * empty. Filters compare the value as shown: images that show none never match, and neither do the digests and sizes of
 * data that is only staged.
 */
public enum ImageColumn {
    CREATED("i.created_at", image -> image.createdAt),
    UPDATED("i.updated_at", image -> image.updatedAt),
    ID("i.id", image -> image.id),
    NAME("i.name", image -> image.name),
    DESCRIPTION("i.description", "nullif(i.description, '')", image -> image.description),
    OPERATING_SYSTEM("i.operating_system", "nullif(i.operating_system, '')", image -> image.operatingSystem),
    SIZE("i.size", "case when i.staged then 0 else i.size end", image -> image.size),
    VIRTUAL_SIZE(
            "coalesce(i.virtual_size, 0)",
            "case when i.staged then null else i.virtual_size end",
            image -> image.virtualSize == null ? 0L : image.virtualSize),
    STATUS("i.status", image -> image.status().name()),
    API_STATUS(
            "case when i.staged then 'UPLOADING' else i.status end",
            image -> image.isStaged() ? "UPLOADING" : image.status().name()),
    KIND("i.kind", image -> image.kind.name()),
    OWNER("i.owner", image -> image.owner),
    VISIBILITY("i.visibility", image -> image.visibility().name()),
    DISK_FORMAT(
            "coalesce(i.disk_format, '')",
            "i.disk_format",
            image -> image.diskFormat == null ? "" : image.diskFormat.name()),
    CONTAINER_FORMAT("coalesce(i.container_format, '')", "i.container_format", image -> text(image.containerFormat)),
    MD5("coalesce(i.md5, '')", "case when i.staged then null else i.md5 end", image -> text(image.md5)),
    SHA512("coalesce(i.sha512, '')", "case when i.staged then null else i.sha512 end", image -> text(image.sha512)),
    HASH_ALGORITHM(
            "case when i.status in ('ACTIVE', 'DEACTIVATED') and i.sha512 is not null then 'sha512' end",
            image -> image.hasData() && image.sha512 != null ? "sha512" : ""),
    MIN_DISK("i.min_disk", image -> image.minDisk),
    MIN_RAM("i.min_ram", image -> image.minRam),
    PROTECTED("i.is_protected", Image::isProtected),
    HIDDEN("i.hidden", Image::isHidden);

    private final String orderSql;
    private final String filterSql;
    private final Function<Image, Object> value;

    ImageColumn(String sql, Function<Image, Object> value) {
        this(sql, sql, value);
    }

    ImageColumn(String sql, String shown, Function<Image, Object> value) {
        this.orderSql = sql;
        this.filterSql = shown;
        this.value = value;
    }

    /** For sorting. */
    String orderSql() {
        return orderSql;
    }

    /** For filtering: null if the image shows no value. */
    String filterSql() {
        return filterSql;
    }

    Object value(Image image) {
        return value.apply(image);
    }

    private static String text(String maybe) {
        return maybe == null ? "" : maybe;
    }
}
