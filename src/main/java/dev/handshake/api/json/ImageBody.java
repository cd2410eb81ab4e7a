package dev.handshake.api.json;

import dev.handshake.image.Image;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.web.Formats;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON of an image: custom properties first, then the standard keys in Glance's order. */
public class ImageBody {

    private static final String PATH = "/v2/images/";

    public static Map<String, Object> of(ImageWithMetadata imageWithMetadata) {
        Map<String, Object> body = new LinkedHashMap<>();
        Image image = imageWithMetadata.image();
        put(body, ImagePropertyNames.DESCRIPTION, image.description);
        put(body, ImagePropertyNames.OPERATING_SYSTEM, image.operatingSystem);
        body.putAll(imageWithMetadata.properties());
        describe(image, body);
        identify(image, body);
        body.put("tags", imageWithMetadata.tags());
        body.put("self", PATH + image.id);
        body.put("file", PATH + image.id + "/file");
        body.put("schema", "/v2/schemas/image");
        if (image.hasData()) {
            body.put("stores", StoreNames.ONLY);
        }
        return body;
    }

    private static void describe(Image image, Map<String, Object> body) {
        body.put("name", image.name);
        body.put("disk_format", image.diskFormat == null ? null : image.diskFormat.label());
        body.put("container_format", image.containerFormat);
        body.put("visibility", image.visibility().label());
        body.put("size", image.hasData() ? image.size : null);
        body.put("virtual_size", image.hasData() ? image.virtualSize : null);
        body.put("status", image.isStaged() ? "uploading" : image.status().label());
        body.put("checksum", image.hasData() ? image.md5 : null);
        body.put("protected", image.isProtected());
        body.put("min_ram", image.minRam);
        body.put("min_disk", image.minDisk);
    }

    private static void identify(Image image, Map<String, Object> body) {
        body.put("owner", image.owner);
        body.put("os_hidden", image.isHidden());
        body.put("os_hash_algo", image.hasData() && image.sha512 != null ? "sha512" : null);
        body.put("os_hash_value", image.hasData() ? image.sha512 : null);
        body.put("id", image.id.toString());
        body.put("created_at", Formats.iso(image.createdAt));
        body.put("updated_at", Formats.iso(image.updatedAt));
    }

    private static void put(Map<String, Object> body, String key, String text) {
        if (!text.isEmpty()) {
            body.put(key, text);
        }
    }
}
