package dev.handshake.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A signed-in user with a simple HTTP client; cheap enough to run hundreds. */
class VirtualUser {

    /** A response. */
    record PageResponse(int status, URI uri, URI location, String body, String retryAfter) {

        Document document() {
            return Jsoup.parse(body);
        }
    }

    private final Connection session = Jsoup.newSession()
            .ignoreHttpErrors(true)
            .ignoreContentType(true)
            .followRedirects(false)
            .timeout(60_000);
    private final URI portal;
    private final String account;

    VirtualUser(URI portal, String account) {
        this.portal = portal;
        this.account = account;
    }

    /** Submits the provider's sign-in page and returns to the requested page. */
    PageResponse signsIn(String path) {
        PageResponse login = opens(path);
        String claims = "{\"name\":\"Visitor %s\",\"account\":\"%s\",\"role\":\"admin\",\"regions\":[\"DFW\"]}";
        return send(session.newRequest(login.uri.toString())
                .method(Connection.Method.POST)
                .data("username", account)
                .data("claims", claims.formatted(account, account)));
    }

    PageResponse opens(String path) {
        return send(session.newRequest(portal.resolve(path).toString()));
    }

    /**
     * Posts without following redirects.
     *
     * @param fields pairs of name and value
     */
    PageResponse posts(String path, String... fields) {
        return answer(session.newRequest(portal.resolve(path).toString())
                .header("Origin", portal.toString().replaceAll("/$", ""))
                .method(Connection.Method.POST)
                .data(fields));
    }

    /** Follows redirects. */
    private PageResponse send(Connection request) {
        PageResponse pageResponse = answer(request);
        return pageResponse.location == null
                ? pageResponse
                : send(session.newRequest(pageResponse.location.toString()));
    }

    private static PageResponse answer(Connection request) {
        try {
            Connection.Response response = request.header("Accept", "text/html").execute();
            URI here = URI.create(response.url().toString());
            String onward = response.header("Location");
            return new PageResponse(
                    response.statusCode(),
                    here,
                    onward == null ? null : here.resolve(onward),
                    response.body(),
                    response.header("Retry-After"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
