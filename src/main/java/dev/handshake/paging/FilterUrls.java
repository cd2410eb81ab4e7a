package dev.handshake.paging;

import dev.handshake.web.Urls;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query parameters of a list as URLs, relative to its page: with other filters, or of another page. */
public abstract class FilterUrls {

    /** The filters as they were asked for, without a marker; empty ones are left out of URLs. */
    protected abstract Map<String, String> filters();

    /** The same list with another status, or with any if {@code label} is empty. */
    public String statusUrl(String label) {
        return url(Map.of("status", label));
    }

    /** The same list without one filter. */
    public String urlWithout(String filter) {
        return url(Map.of(filter, ""));
    }

    public String nextUrl(String marker) {
        return url(Map.of("marker", marker));
    }

    public String previousUrl(String marker) {
        return url(Map.of("before", marker));
    }

    /** The filters as the query of a URL, or empty. */
    public String asQuery() {
        return query(Map.of());
    }

    protected String url(Map<String, String> changed) {
        String query = query(changed);
        return query.isEmpty() ? "?" : query;
    }

    private String query(Map<String, String> changed) {
        Map<String, String> params = new LinkedHashMap<>(filters());
        params.putAll(changed);
        return Urls.withQuery("", params);
    }
}
