package dev.handshake.server;

import dev.handshake.image.Image;
import dev.handshake.image.ImageKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** The image a server started from, as it was then. It may have been deleted or be no longer shared. */
@Embeddable
public record SourceImage(
        @Column(name = "source_image") UUID image,
        @Column(name = "source_name") String name,
        @Column(name = "source_owner") String owner,

        @Enumerated(EnumType.STRING) @Column(name = "source_kind")
        ImageKind kind) {

    static SourceImage of(Image image) {
        return new SourceImage(image.id, image.name, image.owner, image.kind);
    }

    public boolean isBase() {
        return kind == ImageKind.BASE;
    }

    /** Whether another account shared it with {@code account}. */
    public boolean isSharedWith(String account) {
        return !isBase() && !owner.equals(account);
    }
}
