package dev.handshake.account;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** What the header needs of the request's address, on every page alike: also on refusals, which belong to no region. */
@RequestScoped
@Named("pageHead")
public class PageHead {

    /** Pages that every region has. What lies below them exists in one region only. */
    private static final Set<String> PAGES = Set.of(
            "images",
            "servers",
            "invitations",
            "offers",
            "history",
            "costs",
            "notifications",
            "imports",
            "exports",
            "reports",
            "abuse-reports",
            "search",
            "webhooks");

    private final RoutingContext request;
    private final CurrentUser current;
    private final long renderedAt;

    PageHead(RoutingContext request, CurrentUser current, Clock clock) {
        this.request = request;
        this.current = current;
        this.renderedAt = clock.instant().toEpochMilli();
    }

    /** When this page was begun, in milliseconds since the epoch: what changes later is not on it. */
    public long getRenderedAt() {
        return renderedAt;
    }

    /** The region in the address if the account has it, otherwise the account's first. */
    public String getRegion() {
        String named = segments().get(0);
        return current.user().regions().contains(named) ? named : current.user().firstRegion();
    }

    /** The same page in another region, or its images. */
    public String inRegion(String region) {
        List<String> path = segments();
        boolean hasPage = path.size() > 1 && PAGES.contains(path.get(1));
        return "/" + region + "/" + (hasPage ? path.get(1) : "images");
    }

    /**
     * The address to return to after a form of the header, or empty where this page answers a form. Not for refusals:
     * those of what is not there look all the same.
     */
    public String getAddress() {
        return HttpMethod.GET.equals(request.request().method())
                ? request.request().uri()
                : "";
    }

    /** Never empty: a path begins with a slash. */
    private List<String> segments() {
        return List.of(request.normalizedPath().substring(1).split("/", -1));
    }
}
