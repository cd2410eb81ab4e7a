package dev.handshake.catalog;

import dev.handshake.web.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A search in the image list: part of a name, ignoring case, a whole id, or an account number. An account number finds
 * the images shared with or by that account.
 *
 * @param isAccountNumber whether {@code text} has the format of one
 */
public record ImageSearch(String text, boolean isAccountNumber) {

    /**
     * The condition for one scope. Members are searched in the account's own images only, since others do not see them.
     */
    String sql(ImageQuery.ImageScope scope) {
        String name = "lower(i.name) like :searchName escape '!'";
        String id = parseId() == null ? "" : " or i.id = :searchId";
        return "(" + name + id + (isAccountNumber ? " or " + accountSql(scope) : "") + ")";
    }

    private static String accountSql(ImageQuery.ImageScope scope) {
        return scope == ImageQuery.ImageScope.OWN
                ? "exists (select 1 from membership s where s.region = i.region and s.image_id = i.id"
                        + " and s.member = :searchAccount)"
                : "i.owner = :searchAccount";
    }

    /** The values of the named parameters. */
    Map<String, Object> parameters() {
        Map<String, Object> values = new HashMap<>();
        values.put("searchName", Text.likePattern(text));
        if (parseId() != null) {
            values.put("searchId", parseId());
        }
        if (isAccountNumber) {
            values.put("searchAccount", text);
        }
        return values;
    }

    private UUID parseId() {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
