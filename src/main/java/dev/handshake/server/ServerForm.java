package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A server as somebody typed it. Its id comes with the form, so that a second press of the button makes no second one.
 */
public record ServerForm(String id, String image, String name, String flavor) {

    static ServerForm parse(UnaryOperator<String> form) {
        return new ServerForm(
                Text.clean(form.apply("server")),
                Text.clean(form.apply("image")),
                Text.clean(form.apply("name")),
                Text.clean(form.apply("flavor")));
    }

    static ServerForm empty(String image) {
        return new ServerForm(UUID.randomUUID().toString(), image, "", "");
    }

    /** The same with the first size that is large enough, where none was chosen. */
    ServerForm withDefaultFlavor(List<Flavor> flavors, ResourceRequirements resourceRequirements) {
        String first = flavors.stream()
                .filter(each -> each.isSufficientFor(resourceRequirements))
                .map(Flavor::name)
                .findFirst()
                .orElse("");
        return flavor.isEmpty() ? new ServerForm(id, image, name, first) : this;
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} for what is no id */
    ServerRequest toRequest() {
        return new ServerRequest(parseId(id), name, flavor, imageId());
    }

    UUID imageId() {
        return parseId(image);
    }

    private static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }
}
