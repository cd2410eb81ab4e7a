package dev.handshake.compute;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.server.SourceImage;
import java.util.List;

/**
 * What a server was started from, as far as its account knows it, and the restrictions that follow.
 *
 * @param source null if the account does not know the image
 * @param operatingSystem empty if it is not known
 */
record InheritedOrigin(
        SourceImage source, String operatingSystem, boolean isExportable, boolean isSuspended, boolean isFromShare) {

    /** An image that the account does not know, whether or not it exists. */
    static final InheritedOrigin UNKNOWN = new InheritedOrigin(null, "", false, false, true);

    /**
     * @param name as the account knew it
     * @param derived whether the image itself was derived from a share
     */
    static InheritedOrigin of(Actor actor, Image image, String name, boolean derived) {
        SourceImage source = new SourceImage(image.id, name, image.owner, image.kind);
        return new InheritedOrigin(
                source,
                image.operatingSystem,
                image.isExportable(),
                image.isSuspended(),
                derived || source.isSharedWith(actor.account()));
    }

    static InheritedOrigin of(Actor actor, DeletedImage image, String name) {
        SourceImage source = new SourceImage(image.id, name, image.owner, image.kind);
        return new InheritedOrigin(
                source,
                image.operatingSystem,
                image.exportable,
                false,
                image.fromShare || source.isSharedWith(actor.account()));
    }

    /** The first of {@code all}, with the restrictions of every one. */
    static InheritedOrigin strictest(List<InheritedOrigin> all) {
        InheritedOrigin first = all.isEmpty() ? UNKNOWN : all.get(0);
        return new InheritedOrigin(
                first.source,
                first.operatingSystem,
                first.isExportable && all.stream().allMatch(InheritedOrigin::isExportable),
                all.stream().anyMatch(InheritedOrigin::isSuspended),
                first.isFromShare || all.stream().anyMatch(InheritedOrigin::isFromShare));
    }
}
