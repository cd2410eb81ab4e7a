package dev.handshake.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * {@code /speculation-rules}: which links a browser may load before they are followed, when the pointer rests on them.
 * Pages name it in the header {@code Speculation-Rules} (WICG, Speculation Rules). Loading a page changes nothing, so
 * any page may be loaded; files may not, and neither may what has an end of its own, such as the sign-out.
 */
@Path("/speculation-rules")
@PermitAll
public class PrefetchRules {

    private static final String RULES = """
            {
              "prefetch": [{
                "where": {
                  "and": [
                    {"href_matches": "/*"},
                    {"not": {"href_matches": ["/logout", "/*.csv\\\\?*", "/*/data\\\\?*"]}},
                    {"not": {"selector_matches": ["[data-dialog]", "[data-search]"]}}
                  ]
                },
                "eagerness": "moderate"
              }]
            }
            """;

    @GET
    public Response rules() {
        return Response.ok(RULES, "application/speculationrules+json")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=600")
                .build();
    }

    @ServerResponseFilter
    void announce(ContainerResponseContext answer) {
        if (MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType())) {
            answer.getHeaders().putSingle("Speculation-Rules", "\"/speculation-rules\"");
        }
    }
}
