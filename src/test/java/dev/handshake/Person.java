package dev.handshake;

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

/** Somebody at a browser, who signs in at the provider when first asked. */
public class Person {

    public final String name;
    public final String account;
    private final Map<String, Object> claims = new TreeMap<>();
    private final Connection session = Jsoup.newSession()
            .ignoreHttpErrors(true)
            .ignoreContentType(true)
            .maxBodySize(0)
            .timeout(60_000);
    private final List<String> setCookies = new ArrayList<>();
    private boolean signedIn;

    public Person(String name, String account, Role role, String... regions) {
        this.name = name;
        this.account = account;
        claims.put("name", name);
        claims.put("account", account);
        claims.put("role", role.label());
        claims.put("regions", List.of(regions));
    }

    /** Changes what the provider says of this person; null takes the claim away. */
    public Person claiming(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    /** What the provider says of this person. */
    public Map<String, Object> claims() {
        return claims;
    }

    public Page opens(String path) {
        if (!signedIn) {
            signedIn = true;
            return signsIn(get(path));
        }
        return get(path);
    }

    /** Answers the provider's sign-in page, and comes back to the page asked for. */
    private Page signsIn(Page login) {
        return send(request(login.address())
                .method(Connection.Method.POST)
                .data("username", name)
                .data("claims", json()));
    }

    /** Opens a page without being signed in, and without signing in. */
    public Page comesTo(String path) {
        return get(path);
    }

    private Page get(String path) {
        return send(request(url(path)));
    }

    /** To be sent with headers of its own. */
    public Connection asks(String path) {
        return request(url(path));
    }

    /** Posts a form as a script would, without a page before it; the fields come in pairs of name and value. */
    public Page posts(String path, String... fields) {
        return send(post(path, fields));
    }

    public Connection post(String path, String... fields) {
        if (!signedIn) {
            opens("/account");
        }
        Connection request = request(url(path)).method(Connection.Method.POST);
        for (int each = 0; each < fields.length; each += 2) {
            request.data(fields[each], fields[each + 1]);
        }
        return request;
    }

    /** Brings in a disk image file through the form; returns the page that follows. */
    public Page brings(String region, String imageName, byte[] file) {
        Connection upload = post("/" + region + "/images/uploads", "name", imageName);
        return send(upload.data("file", imageName + ".img", new ByteArrayInputStream(file)));
    }

    /** Sends it, and follows where the answer leads. */
    public Page send(Connection request) {
        try {
            Connection.Response response = request.followRedirects(false).execute();
            setCookies.addAll(response.headers("Set-Cookie"));
            String onward = response.header("Location");
            return onward == null
                    ? new Page(this, response)
                    : send(request(response.url().toURI().resolve(onward).toString()));
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What anybody reads at an address. */
    static String read(String url) {
        try {
            return Jsoup.connect(url).ignoreContentType(true).execute().body();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Connection request(String url) {
        return session.newRequest(url).header("Origin", base()).header("Accept", "text/html");
    }

    static String url(String path) {
        return path.startsWith("http") ? path : base() + path;
    }

    public static String base() {
        return ConfigProvider.getConfig().getValue("test.url", String.class);
    }

    /** The cookies of the browser, by name. */
    public Map<String, String> cookies() {
        return session.cookieStore().getCookies().stream()
                .collect(Collectors.toMap(each -> each.getName(), each -> each.getValue(), (one, other) -> other));
    }

    /** Every cookie as the portal set it, with its attributes. */
    public List<String> setCookies() {
        return setCookies;
    }

    private String json() {
        return claims.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> "\"" + each.getKey() + "\":" + json(each.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Person::json).collect(Collectors.joining(",", "[", "]"))
                : value instanceof Number ? value.toString() : "\"" + value + "\"";
    }
}
