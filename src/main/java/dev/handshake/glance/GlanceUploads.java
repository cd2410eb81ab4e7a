package dev.handshake.glance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.openstack.Credentials;
import dev.handshake.openstack.DataClient;
import dev.handshake.openstack.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Makes images at Glance in the name of an account, since the portal's own role cannot. As calls of {@link Glance};
 * each throws {@link dev.handshake.keystone.UnknownProjectException} if the portal's user has no role in the account.
 */
@ApplicationScoped
public class GlanceUploads {

    private final Glance glance;

    GlanceUploads(Glance glance) {
        this.glance = glance;
    }

    /**
     * A new image.
     *
     * @param name may be empty
     * @param diskFormat Glance's word, such as qcow2
     * @param minDisk in GiB
     * @param minRam in MiB
     * @param properties other than those that Glance itself defines
     */
    public record NewImage(
            UUID id,
            String name,
            String diskFormat,
            int minDisk,
            int minRam,
            Collection<String> tags,
            Map<String, String> properties) {

        private JsonNode toJson() {
            ObjectNode image = JsonNodeFactory.instance.objectNode();
            properties.forEach(image::put);
            image.put("id", id.toString()).put("name", name).put("visibility", "shared");
            image.put("disk_format", diskFormat).put("container_format", "bare");
            image.put("min_disk", minDisk).put("min_ram", minRam);
            tags.forEach(image.putArray("tags")::add);
            return image;
        }
    }

    /**
     * Creates an image without data.
     *
     * @throws ServiceException with status 409 if there is or was an image with its id, 413 beyond Glance's quota
     */
    public void createImage(String region, String account, NewImage image) {
        JsonNode body = image.toJson();
        glance.client(region)
                .send(Credentials.portal(account), "POST /v2/images", (api, token) -> api.createImage(token, body));
    }

    /**
     * Uploads the data of an image that has none yet. It may take any time, but not {@code handshake.glance.timeout}
     * without progress.
     *
     * @param size in bytes
     * @throws ServiceException with status 409 if it is not queued, 413 beyond Glance's quota
     */
    public void sendData(String region, String account, UUID image, DataClient.Source data, long size) {
        glance.data(region).send(account, "/v2/images/" + image + "/file", "PUT /v2/images/{id}/file", data, size);
    }

    public void deleteImage(String region, String account, UUID image) {
        glance.client(region)
                .send(
                        Credentials.portal(account),
                        "DELETE /v2/images/{id}",
                        (api, token) -> api.deleteImage(token, image));
    }
}
