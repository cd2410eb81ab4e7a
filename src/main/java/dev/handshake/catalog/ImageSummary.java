package dev.handshake.catalog;

import dev.handshake.image.Image;
import dev.handshake.image.ImageStatus;
import dev.handshake.web.Formats;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;

/** One-line summary of an image in lists. */
@TemplateExtension
class ImageSummary {

    private ImageSummary() {}

    /** Kind, format, size and so on. Leaves out what is unknown, the default, or already shown by a badge. */
    static List<String> summary(Image image) {
        List<String> facts = new ArrayList<>();
        facts.add(image.kind.label());
        if (image.diskFormat != null) {
            facts.add(image.diskFormat.label());
        }
        if (image.size > 0) {
            facts.add(Formats.bytes(image.size));
        }
        if (!image.operatingSystem.isEmpty()) {
            facts.add(image.operatingSystem);
        }
        if (image.status() != ImageStatus.ACTIVE && !image.isSuspended()) {
            facts.add(image.status().label());
        }
        if (image.isPrivate()) {
            facts.add("private");
        }
        return facts;
    }
}
