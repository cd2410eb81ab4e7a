package dev.handshake.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at a plain browser, signed in at the tests' provider; many of them at once cost little. */
class Visitor {

    /** What came back. */
    record Answer(int status, URI address, URI onward, String body, String retryAfter) {

        Document page() {
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

    Visitor(URI portal, String account) {
        this.portal = portal;
        this.account = account;
    }

    /** Goes through the provider's sign-in page, and comes back to the page asked for. */
    Answer signsIn(String path) {
        Answer login = opens(path);
        String claims = "{\"name\":\"Visitor %s\",\"account\":\"%s\",\"role\":\"admin\",\"regions\":[\"DFW\"]}";
        return send(session.newRequest(login.address.toString())
                .method(Connection.Method.POST)
                .data("username", account)
                .data("claims", claims.formatted(account, account)));
    }

    Answer opens(String path) {
        return send(session.newRequest(portal.resolve(path).toString()));
    }

    /** Presses a button, and does not follow where the answer leads. */
    Answer posts(String path) {
        return answer(session.newRequest(portal.resolve(path).toString())
                .header("Origin", portal.toString().replaceAll("/$", ""))
                .method(Connection.Method.POST));
    }

    /** Follows where the answer leads. */
    private Answer send(Connection request) {
        Answer answer = answer(request);
        return answer.onward == null ? answer : send(session.newRequest(answer.onward.toString()));
    }

    private static Answer answer(Connection request) {
        try {
            Connection.Response response = request.header("Accept", "text/html").execute();
            URI here = URI.create(response.url().toString());
            String onward = response.header("Location");
            return new Answer(
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
