package dev.handshake.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageForm;
import dev.handshake.task.TaskRequest;
import dev.handshake.web.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What was asked for: an address, and what a person typed of the image that is to come from it. An image that is there
 * already and only waits for its data has no details here.
 *
 * @param fields as typed, by name
 */
public record ImportRequest(Map<String, String> fields) {

    /** Before anything was typed. */
    static final ImportRequest EMPTY = new ImportRequest(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ADDRESS = "address";
    private static final List<String> FIELDS =
            List.of(ADDRESS, "name", "description", "operatingSystem", "minDisk", "minRam", "tags");

    /** Reads a form's fields; an image without a name is called as its file. */
    public static ImportRequest fromForm(UnaryOperator<String> form) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> fields.put(field, Text.clean(form.apply(field))));
        fields.put(ADDRESS, normalize(form.apply(ADDRESS)));
        ImportRequest importRequest = new ImportRequest(fields);
        fields.computeIfPresent("name", (name, typed) -> typed.isBlank() ? importRequest.fileName() : typed);
        return importRequest;
    }

    /** For an image that waits for its data. */
    static ImportRequest forImage(String address) {
        return new ImportRequest(Map.of(ADDRESS, normalize(address)));
    }

    /** One that is too long stays so, to be refused, whatever it is made of. */
    private static String normalize(String typed) {
        return typed != null && typed.length() > ImportUrl.MAX_LENGTH ? typed : Text.clean(typed);
    }

    static ImportRequest fromJson(String input) {
        try {
            return new ImportRequest(JSON.readValue(input, new TypeReference<HashMap<String, String>>() {}));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    /** @throws RefusedException where a task cannot hold it */
    String toJson() {
        try {
            String json = JSON.writeValueAsString(fields);
            if (json.length() > TaskRequest.MAX_INPUT_LENGTH) {
                throw new RefusedException(Reason.MALFORMED, "what was typed is too long");
            }
            return json;
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    public boolean isForNewImage() {
        return fields.containsKey("name");
    }

    /** As typed. */
    public String urlText() {
        return fields.getOrDefault(ADDRESS, "");
    }

    /** @throws RefusedException where it is none */
    ImportUrl url() {
        return ImportUrl.parse(urlText());
    }

    /** What a file from here may be called: the last part of the address, without what it asks for. */
    private String fileName() {
        String path = Text.stripTrailing('/', urlText().split("[?#]", 2)[0]);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What was typed of the image; before anything was, all empty. */
    ImageForm imageForm() {
        return fields.isEmpty() ? ImageForm.EMPTY : ImageForm.parse(fields::get);
    }
}
