package dev.handshake.server.pages;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.provisioning.LaunchOptions;
import dev.handshake.provisioning.SshKeys;
import dev.handshake.server.Flavor;
import dev.handshake.server.ResourceRequirements;
import dev.handshake.server.ServerRequest;
import dev.handshake.web.Text;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The form of a new server, as typed. Network and SSH keys are asked for by a compute service only. It carries the
 * server's id, so that submitting it twice creates one server.
 */
public record ServerForm(String id, String image, String name, String flavor, String network, String keys) {

    static ServerForm parse(UnaryOperator<String> form) {
        return new ServerForm(
                Text.clean(form.apply("server")),
                Text.clean(form.apply("image")),
                Text.clean(form.apply("name")),
                Text.clean(form.apply("flavor")),
                Text.clean(form.apply("network")),
                Text.clean(form.apply("keys")));
    }

    static ServerForm empty(String image) {
        return new ServerForm(UUID.randomUUID().toString(), image, "", "", "", "");
    }

    /** Preselects the first flavor that is large enough, if none was chosen. */
    ServerForm withDefaultFlavor(List<Flavor> flavors, ResourceRequirements resourceRequirements) {
        String first = flavors.stream()
                .filter(each -> each.isSufficientFor(resourceRequirements))
                .map(Flavor::name)
                .findFirst()
                .orElse("");
        return flavor.isEmpty() ? new ServerForm(id, image, name, first, network, keys) : this;
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} if an id is not a UUID */
    ServerRequest toRequest() {
        return new ServerRequest(parseId(id), name, flavor, imageId());
    }

    /**
     * @throws RefusedException {@link Reason#NO_SUCH_NETWORK}, {@link Reason#SSH_KEY_MALFORMED},
     *     {@link Reason#SSH_KEYS_TOO_LONG}
     */
    LaunchOptions toOptions() {
        return new LaunchOptions(network.isEmpty() ? null : networkId(), SshKeys.parse(keys), null);
    }

    private UUID networkId() {
        try {
            return UUID.fromString(network);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NO_SUCH_NETWORK);
        }
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
