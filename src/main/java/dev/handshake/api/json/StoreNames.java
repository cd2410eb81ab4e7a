package dev.handshake.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/**
 * Validates the store a client requests. Glance supports several, requested by a header or, for an import, in the body;
 * here there is only one.
 */
public class StoreNames {

    /** The only store. Clients poll until the image lists the store they were told about. */
    public static final String ONLY = "images";

    public static final String HEADER = "x-image-meta-store";

    private static final String STORES = "stores";
    private static final String ALL = "all_stores";

    private StoreNames() {}

    /**
     * @param name as requested, or null for the default
     * @throws RefusedException {@link Reason#MALFORMED}
     */
    public static void requireKnown(String name) {
        if (name != null && !name.equals(ONLY)) {
            throw new RefusedException(Reason.MALFORMED, "there is no such store; the only one is " + ONLY);
        }
    }

    /**
     * Same for an import, whose body may list several stores.
     *
     * @param header the requested store, or null
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
