package dev.handshake.catalog;

import dev.handshake.paging.Marker;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.sharing.StatusTab;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the members of an image: filters and page. */
public class MemberListParams {

    /** Part of an account number or of the label that the owner gave it. */
    @RestQuery
    String q;

    @RestQuery
    String status;

    /** The last member on the previous page. */
    @RestQuery
    String marker;

    /** The first member on the next page. */
    @RestQuery
    String before;

    public String q() {
        return Text.clean(q);
    }

    /** The status as shown to the owner, or null for all. */
    public MembershipStatus status() {
        return StatusTab.parseStatus(status);
    }

    boolean isBackward() {
        return !Text.clean(before).isEmpty();
    }

    boolean isStart() {
        return !isBackward() && Text.clean(marker).isEmpty();
    }

    Marker position() {
        return Marker.parse(isBackward() ? before : marker);
    }

    public boolean isFiltered() {
        return !q().isEmpty() || status() != null;
    }

    /** The URL of the same search among members with one status, or with any. */
    public String statusUrl(String label) {
        return url(Map.of("status", label));
    }

    public String urlWithoutSearch() {
        return url(Map.of("q", ""));
    }

    public String nextUrl(String position) {
        return url(Map.of("marker", position));
    }

    public String previousUrl(String position) {
        return url(Map.of("before", position));
    }

    /** The filters as the query of a URL, or empty. */
    public String asQuery() {
        return query(Map.of());
    }

    private String url(Map<String, String> changed) {
        String query = query(changed);
        return query.isEmpty() ? "?" : query;
    }

    private String query(Map<String, String> changed) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("q", q());
        params.put("status", Text.clean(status));
        params.putAll(changed);
        return Urls.withQuery("", params);
    }
}
