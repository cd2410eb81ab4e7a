package dev.handshake.image;

import java.util.function.Function;

/** What an image list can be ordered and narrowed by, each with its SQL; where there may be nothing it counts as empty. */
public enum ImageColumn {
    CREATED("i.created_at", image -> image.createdAt),
    UPDATED("i.updated_at", image -> image.updatedAt),
    ID("i.id", image -> image.id),
    NAME("i.name", image -> image.name),
    SIZE("i.size", image -> image.size),
    STATUS("i.status", image -> image.status().name()),
    KIND("i.kind", image -> image.kind.name()),
    OWNER("i.owner", image -> image.owner),
    VISIBILITY("i.visibility", image -> image.visibility().name()),
    DISK_FORMAT("coalesce(i.disk_format, '')", image -> image.diskFormat == null ? "" : image.diskFormat.name()),
    CONTAINER_FORMAT("coalesce(i.container_format, '')", image -> text(image.containerFormat)),
    MD5("coalesce(i.md5, '')", image -> text(image.md5)),
    SHA512("coalesce(i.sha512, '')", image -> text(image.sha512)),
    MIN_DISK("i.min_disk", image -> image.minDisk),
    MIN_RAM("i.min_ram", image -> image.minRam),
    PROTECTED("i.is_protected", Image::isProtected),
    HIDDEN("i.hidden", Image::isHidden);

    private final String sql;
    private final Function<Image, Object> value;

    ImageColumn(String sql, Function<Image, Object> value) {
        this.sql = sql;
        this.value = value;
    }

    String sql() {
        return sql;
    }

    Object value(Image image) {
        return value.apply(image);
    }

    private static String text(String maybe) {
        return maybe == null ? "" : maybe;
    }
}
