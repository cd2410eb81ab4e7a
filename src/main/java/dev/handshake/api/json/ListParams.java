package dev.handshake.api.json;

import dev.handshake.catalog.ImageColumn;
import dev.handshake.catalog.ImageQuery;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Visibility;
import dev.handshake.paging.Page;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.web.Urls;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The query parameters of a list. An unknown key filters by a custom property of that name. */
public record ListParams(MultivaluedMap<String, String> params) {

    private static final int MAX_LIMIT = 1_000;
    private static final String ALL = "all";
    private static final String CHANGES_SINCE = "changes-since";
    private static final Set<String> RESERVED_PARAMS = Set.of(
            "limit",
            "marker",
            "sort",
            "sort_key",
            "sort_dir",
            "visibility",
            "member_status",
            "os_hidden",
            CHANGES_SINCE);

    /** Items per page. */
    public int limit() {
        String said = params.getFirst("limit");
        int limit = said == null ? Page.DEFAULT_SIZE : FilterParser.parseInt("limit", said);
        if (limit < 0) {
            throw new RefusedException(Reason.MALFORMED, "limit param must be positive");
        }
        return Math.min(limit, MAX_LIMIT);
    }

    /** @throws RefusedException {@link Reason#MALFORMED} */
    public ImageQuery filter() {
        params.forEach((key, values) -> values.forEach(value -> FilterParser.requireNoNul(key, value)));
        if (params.containsKey(CHANGES_SINCE) && !params.getFirst(CHANGES_SINCE).isEmpty()) {
            throw new RefusedException(Reason.MALFORMED, "The \"changes-since\" filter is no longer available on v2");
        }
        ImageQuery filter = new ImageQuery().orderBy(SortParser.parse(params)).after(marker());
        filter.hidden(params.containsKey("os_hidden")
                && FilterParser.parseBoolean("os_hidden", params.getFirst("os_hidden")));
        filterByMemberStatus(filter);
        filterByVisibility(filter);
        params.forEach((key, values) -> values.forEach(value -> addFilter(filter, key, value)));
        return filter;
    }

    private UUID marker() {
        String said = params.getFirst("marker");
        try {
            return said == null ? null : UuidParam.valueOf(said).uuid();
        } catch (IllegalArgumentException none) {
            throw new RefusedException(Reason.UNKNOWN_MARKER);
        }
    }

    private void filterByMemberStatus(ImageQuery filter) {
        String said = params.getFirst("member_status");
        if (ALL.equals(said)) {
            filter.memberStatus(EnumSet.allOf(MembershipStatus.class));
        } else if (said != null) {
            filter.memberStatus(EnumSet.of(MembershipStatus.parse(said)));
        }
    }

    private void filterByVisibility(ImageQuery filter) {
        Set<String> said = new HashSet<>(params.getOrDefault("visibility", List.of()));
        if (said.size() > 1 || said.contains("community")) {
            filter.scopes(EnumSet.noneOf(ImageQuery.ImageScope.class));
        } else if (!said.isEmpty() && !said.contains(ALL)) {
            Visibility only = Visibility.parse(said.iterator().next());
            filter.where(ImageColumn.VISIBILITY, ImageQuery.Comparison.EQ, only.name());
        }
    }

    private static void addFilter(ImageQuery filter, String key, String value) {
        if (RESERVED_PARAMS.contains(key)) {
            return;
        }
        if (key.equals("tag")) {
            filter.hasTag(value);
        } else if (!FilterParser.addFilter(filter, key, value)) {
            filter.hasProperty(key, value);
        }
    }

    /** The URL of this image list after {@code marker}, or from the start if it is null. */
    String url(String marker) {
        return url("/v2/images", marker);
    }

    /** Same for the list at {@code path}. */
    public String url(String path, String marker) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        new TreeMap<>(params).forEach((key, values) -> values.forEach(value -> all.add(Map.entry(key, value))));
        all.removeIf(each -> each.getKey().equals("marker"));
        if (marker != null) {
            all.add(Map.entry("marker", marker));
        }
        return Urls.withQuery(path, all);
    }
}
