package dev.handshake.catalog;

import dev.handshake.paging.FilterUrls;
import dev.handshake.paging.Marker;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.sharing.StatusTab;
import dev.handshake.web.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the members of an image: filters and page. */
public class MemberListParams extends FilterUrls {

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

    @Override
    protected Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("q", q());
        filters.put("status", Text.clean(status));
        return filters;
    }
}
