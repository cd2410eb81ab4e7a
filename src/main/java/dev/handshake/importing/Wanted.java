package dev.handshake.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageForm;
import dev.handshake.task.Order;
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
public record Wanted(Map<String, String> fields) {

    /** Before anything was typed. */
    static final Wanted EMPTY = new Wanted(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ADDRESS = "address";
    private static final List<String> FIELDS =
            List.of(ADDRESS, "name", "description", "operatingSystem", "minDisk", "minRam", "tags");

    /** Reads a form's fields; an image without a name is called as its file. */
    public static Wanted typed(UnaryOperator<String> form) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> fields.put(field, Text.clean(form.apply(field))));
        fields.put(ADDRESS, address(form.apply(ADDRESS)));
        Wanted wanted = new Wanted(fields);
        fields.computeIfPresent("name", (name, typed) -> typed.isBlank() ? wanted.fileName() : typed);
        return wanted;
    }

    /** For an image that waits for its data. */
    static Wanted data(String address) {
        return new Wanted(Map.of(ADDRESS, address(address)));
    }

    /** One that is too long stays so, to be refused, whatever it is made of. */
    private static String address(String typed) {
        return typed != null && typed.length() > Address.LONGEST ? typed : Text.clean(typed);
    }

    static Wanted read(String input) {
        try {
            return new Wanted(JSON.readValue(input, new TypeReference<HashMap<String, String>>() {}));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    /** @throws RefusedException where a task cannot hold it */
    String json() {
        try {
            String json = JSON.writeValueAsString(fields);
            if (json.length() > Order.LONGEST_INPUT) {
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
    public String addressText() {
        return fields.getOrDefault(ADDRESS, "");
    }

    /** @throws RefusedException where it is none */
    Address address() {
        return Address.typed(addressText());
    }

    /** What a file from here may be called: the last part of the address, without what it asks for. */
    private String fileName() {
        String path = Text.stripTrailing('/', addressText().split("[?#]", 2)[0]);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What was typed of the image; before anything was, all empty. */
    ImageForm details() {
        return fields.isEmpty() ? ImageForm.EMPTY : ImageForm.parse(fields::get);
    }
}
