package dev.handshake.testing;

import dev.handshake.account.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Connection;
import org.jsoup.Jsoup;

/** A user with a browser session, who signs in on the first request. */
public class TestUser {

    public final String name;
    public final String account;
    private final Map<String, Object> claims = new TreeMap<>();
    private final Connection session = Jsoup.newSession()
            .ignoreHttpErrors(true)
            .ignoreContentType(true)
            .maxBodySize(0)
            .timeout(60_000);
    private final List<String> setCookieHeaders = new ArrayList<>();
    private boolean signedIn;

    public TestUser(String name, String account, Role role, String... regions) {
        this.name = name;
        this.account = account;
        claims.put("name", name);
        claims.put("account", account);
        claims.put("role", role.label());
        claims.put("regions", List.of(regions));
    }

    /** Changes a claim of this user; null removes it. */
    public TestUser withClaim(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    /** The claims of this user. */
    public Map<String, Object> claims() {
        return claims;
    }

    public HtmlPage opens(String path) {
        if (!signedIn) {
            signedIn = true;
            return signsIn(get(path));
        }
        return get(path);
    }

    /** Submits the provider's sign-in page and returns to the requested page. */
    private HtmlPage signsIn(HtmlPage login) {
        return send(newRequest(login.url())
                .method(Connection.Method.POST)
                .data("username", name)
                .data("claims", claimsJson()));
    }

    /** Opens a page without signing in. */
    public HtmlPage opensSignedOut(String path) {
        return get(path);
    }

    private HtmlPage get(String path) {
        return send(newRequest(absoluteUrl(path)));
    }

    /** A request that can be customized before sending. */
    public Connection requestTo(String path) {
        return newRequest(absoluteUrl(path));
    }

    /** Posts a form directly, without opening its page first; fields are pairs of name and value. */
    public HtmlPage posts(String path, String... fields) {
        return send(formPost(path, fields));
    }

    public Connection formPost(String path, String... fields) {
        if (!signedIn) {
            opens("/account");
        }
        Connection request = newRequest(absoluteUrl(path)).method(Connection.Method.POST);
        for (int each = 0; each < fields.length; each += 2) {
            request.data(fields[each], fields[each + 1]);
        }
        return request;
    }

    /** Uploads a disk image file through the form; returns the page that follows. */
    public HtmlPage uploads(String region, String imageName, byte[] file) {
        Connection upload = formPost("/" + region + "/images/uploads", "name", imageName);
        return send(upload.data("file", imageName + ".img", new ByteArrayInputStream(file)));
    }

    /** Sends the request and follows redirects. */
    public HtmlPage send(Connection request) {
        try {
            Connection.Response response = request.followRedirects(false).execute();
            setCookieHeaders.addAll(response.headers("Set-Cookie"));
            String onward = response.header("Location");
            return onward == null
                    ? new HtmlPage(this, response)
                    : send(newRequest(response.url().toURI().resolve(onward).toString()));
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Fetches a URL without a session. */
    public static String fetchText(String url) {
        try {
            return Jsoup.connect(url).ignoreContentType(true).execute().body();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public Connection newRequest(String url) {
        return session.newRequest(url).header("Origin", baseUrl()).header("Accept", "text/html");
    }

    public static String absoluteUrl(String path) {
        return path.startsWith("http") ? path : baseUrl() + path;
    }

    public static String baseUrl() {
        return ConfigProvider.getConfig().getValue("test.url", String.class);
    }

    /** The browser's cookies by name. */
    public Map<String, String> cookies() {
        return session.cookieStore().getCookies().stream()
                .collect(Collectors.toMap(each -> each.getName(), each -> each.getValue(), (one, other) -> other));
    }

    /** All Set-Cookie headers received so far. */
    public List<String> setCookieHeaders() {
        return setCookieHeaders;
    }

    private String claimsJson() {
        return claims.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> "\"" + each.getKey() + "\":" + claimsJson(each.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String claimsJson(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(TestUser::claimsJson).collect(Collectors.joining(",", "[", "]"))
                : value instanceof Number ? value.toString() : "\"" + value + "\"";
    }
}
