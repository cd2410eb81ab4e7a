package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;

/**
 * The stores that a client wants its data in. There is one; an Image service with several is told by a header or, for
 * an import, in the body, and refuses the same.
 */
class StoreNames {

    static final String HEADER = "x-image-meta-store";

    private static final String STORES = "stores";
    private static final String ALL = "all_stores";

    private StoreNames() {}

    /**
     * @param name as said, or null for whichever there is
     * @throws Refused {@link Reason#MALFORMED}
     */
    static void require(String name) {
        if (name != null && !name.equals(InfoApi.STORE)) {
            throw new Refused(Reason.MALFORMED, "there is no such store; the only one is " + InfoApi.STORE);
        }
    }

    /**
     * The same for an import, whose body may name several.
     *
     * @param header as said, or null
     */
    static void require(JsonNode body, String header) {
        JsonNode all = body.path(ALL);
        JsonNode stores = body.path(STORES);
        if (!all.isMissingNode() && !all.isBoolean() || !stores.isMissingNode() && !isNames(stores)) {
            throw new Refused(Reason.MALFORMED, "stores is a list of names, and all_stores is true or false");
        }
        if (all.asBoolean() && (header != null || stores.isArray()) || header != null && stores.isArray()) {
            throw new Refused(Reason.MALFORMED, "stores are named in one way: stores, all_stores or " + HEADER);
        }
        require(header);
        stores.forEach(each -> require(each.textValue()));
    }

    private static boolean isNames(JsonNode stores) {
        boolean isList = stores.isArray() && !stores.isEmpty();
        for (JsonNode each : stores) {
            isList &= each.isTextual();
        }
        return isList;
    }
}
