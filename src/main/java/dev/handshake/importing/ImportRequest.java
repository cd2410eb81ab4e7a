package dev.handshake.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageForm;
import dev.handshake.outbound.OutboundUrl;
import dev.handshake.task.TaskRequest;
import dev.handshake.web.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The parameters of an import: a URL, and the form of the image to create. Only the URL if the image exists already and
 * waits for its data.
 *
 * @param fields as typed, by name
 */
public record ImportRequest(Map<String, String> fields) {

    /** An empty form. */
    static final ImportRequest EMPTY = new ImportRequest(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ADDRESS = "address";
    private static final List<String> FIELDS =
            List.of(ADDRESS, "name", "description", "operatingSystem", "minDisk", "minRam", "tags");

    /** Parses a form's fields. An image without a name is named after its file. */
    public static ImportRequest fromForm(UnaryOperator<String> form) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> fields.put(field, Text.clean(form.apply(field))));
        fields.put(ADDRESS, normalize(form.apply(ADDRESS)));
        ImportRequest importRequest = new ImportRequest(fields);
        fields.computeIfPresent("name", (name, typed) -> typed.isBlank() ? importRequest.fileName() : typed);
        return importRequest;
    }

    /** For an image waiting for its data. */
    static ImportRequest forImage(String address) {
        return new ImportRequest(Map.of(ADDRESS, normalize(address)));
    }

    /** Text that is too long is not cleaned, since it will be refused anyway. */
    private static String normalize(String typed) {
        return typed != null && typed.length() > OutboundUrl.MAX_LENGTH ? typed : Text.clean(typed);
    }

    static ImportRequest fromJson(String input) {
        try {
            return new ImportRequest(JSON.readValue(input, new TypeReference<HashMap<String, String>>() {}));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    /** @throws RefusedException if it does not fit into a task */
    String toJson() {
        try {
            String json = JSON.writeValueAsString(fields);
            if (json.length() > TaskRequest.MAX_INPUT_LENGTH) {
                throw new RefusedException(Reason.MALFORMED, "the text is too long");
            }
            return json;
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    public boolean isForNewImage() {
        return fields.containsKey("name");
    }

    /** The URL as typed. */
    public String urlText() {
        return fields.getOrDefault(ADDRESS, "");
    }

    /** @throws RefusedException if it is not a valid URL */
    OutboundUrl url() {
        return OutboundUrl.parse(urlText());
    }

    /** The last segment of the URL's path. */
    private String fileName() {
        String path = Text.stripTrailing('/', urlText().split("[?#]", 2)[0]);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The image's form; empty if nothing was typed. */
    ImageForm imageForm() {
        return fields.isEmpty() ? ImageForm.EMPTY : ImageForm.parse(fields::get);
    }
}
