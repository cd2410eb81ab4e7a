package dev.handshake.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/**
 * The stores that a client wants its data in. There is one; an Image service with several is told by a header or, for
 * an import, in the body, and refuses the same.
 */
public class StoreNames {

    /** The one store: clients wait until an image names the stores that they were told of. */
    public static final String ONLY = "images";

    public static final String HEADER = "x-image-meta-store";

    private static final String STORES = "stores";
    private static final String ALL = "all_stores";

    private StoreNames() {}

    /**
     * @param name as said, or null for whichever there is
     * @throws RefusedException {@link Reason#MALFORMED}
     */
    public static void requireKnown(String name) {
        if (name != null && !name.equals(ONLY)) {
            throw new RefusedException(Reason.MALFORMED, "there is no such store; the only one is " + ONLY);
        }
    }

    /**
     * The same for an import, whose body may name several.
     *
     * @param header as said, or null
     */
    public static void requireKnown(JsonNode body, String header) {
        JsonNode all = body.path(ALL);
        JsonNode stores = body.path(STORES);
        if (!all.isMissingNode() && !all.isBoolean() || !stores.isMissingNode() && !isNames(stores)) {
            throw new RefusedException(Reason.MALFORMED, "stores is a list of names, and all_stores is true or false");
        }
        if (all.asBoolean() && (header != null || stores.isArray()) || header != null && stores.isArray()) {
            throw new RefusedException(
                    Reason.MALFORMED, "stores are named in one way: stores, all_stores or " + HEADER);
        }
        requireKnown(header);
        stores.forEach(each -> requireKnown(each.textValue()));
    }

    private static boolean isNames(JsonNode stores) {
        boolean isList = stores.isArray() && !stores.isEmpty();
        for (JsonNode each : stores) {
            isList &= each.isTextual();
        }
        return isList;
    }
}
