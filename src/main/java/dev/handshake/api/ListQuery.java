package dev.handshake.api;

import dev.handshake.image.ImageColumn;
import dev.handshake.image.ImageFilter;
import dev.handshake.image.MembershipStatus;
import dev.handshake.image.Visibility;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Page;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The query of an image list. A key that means nothing asks for a property of that name. */
record ListQuery(MultivaluedMap<String, String> asked) {

    private static final int LONGEST_PAGE = 1_000;
    private static final String ALL = "all";
    private static final String CHANGES = "changes-since";
    private static final Set<String> OTHERS = Set.of(
            "limit", "marker", "sort", "sort_key", "sort_dir", "visibility", "member_status", "os_hidden", CHANGES);

    /** How many images a page has. */
    int limit() {
        String said = asked.getFirst("limit");
        int limit = said == null ? Page.ROWS : ListValues.number("limit", said);
        if (limit < 0) {
            throw new Refused(Reason.MALFORMED, "limit param must be positive");
        }
        return Math.min(limit, LONGEST_PAGE);
    }

    /** @throws Refused {@link Reason#MALFORMED} */
    ImageFilter filter() {
        asked.forEach((key, values) -> values.forEach(value -> ListValues.mustBeText(key, value)));
        if (asked.containsKey(CHANGES) && !asked.getFirst(CHANGES).isEmpty()) {
            throw new Refused(Reason.MALFORMED, "The \"changes-since\" filter is no longer available on v2");
        }
        ImageFilter filter = new ImageFilter().sorted(ListOrder.of(asked)).after(marker());
        filter.hidden(asked.containsKey("os_hidden") && ListValues.flag("os_hidden", asked.getFirst("os_hidden")));
        answer(filter);
        show(filter);
        asked.forEach((key, values) -> values.forEach(value -> narrow(filter, key, value)));
        return filter;
    }

    private UUID marker() {
        String said = asked.getFirst("marker");
        try {
            return said == null ? null : ImageId.valueOf(said).uuid();
        } catch (IllegalArgumentException none) {
            throw new Refused(Reason.UNKNOWN_MARKER);
        }
    }

    private void answer(ImageFilter filter) {
        String said = asked.getFirst("member_status");
        if (ALL.equals(said)) {
            filter.answered(EnumSet.allOf(MembershipStatus.class));
        } else if (said != null) {
            filter.answered(EnumSet.of(MembershipStatus.named(said)));
        }
    }

    private void show(ImageFilter filter) {
        Set<String> said = new HashSet<>(asked.getOrDefault("visibility", List.of()));
        if (said.size() > 1 || said.contains("community")) {
            filter.parts(EnumSet.noneOf(ImageFilter.Part.class));
        } else if (!said.isEmpty() && !said.contains(ALL)) {
            Visibility only = Visibility.named(said.iterator().next());
            filter.where(ImageColumn.VISIBILITY, ImageFilter.Comparison.EQ, only.name());
        }
    }

    private static void narrow(ImageFilter filter, String key, String value) {
        if (OTHERS.contains(key)) {
            return;
        }
        if (key.equals("tag")) {
            filter.tagged(value);
        } else if (!ListValues.narrow(filter, key, value)) {
            filter.having(key, value);
        }
    }

    /** The address of this list from {@code marker} on, or from its begin where that is null. */
    String address(String marker) {
        return address("/v2/images", marker);
    }

    /** The same for a list at {@code path}. */
    String address(String path, String marker) {
        UriBuilder address = UriBuilder.fromPath(path);
        new TreeMap<>(asked)
                .forEach((key, values) -> values.stream()
                        .filter(value -> !key.equals("marker"))
                        .forEach(value -> address.queryParam("{k}", "{v}")
                                .resolveTemplate("k", key)
                                .resolveTemplate("v", value)));
        if (marker != null) {
            address.queryParam("marker", marker);
        }
        return address.build().toString();
    }
}
