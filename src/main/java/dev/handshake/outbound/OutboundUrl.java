package dev.handshake.outbound;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An http or https URL in a form that every parser reads the same way. Accepts what browsers accept; characters not
 * allowed in a URL are percent-encoded as browsers do.
 *
 * @param host in lower case, without the brackets of an IPv6 address
 * @param pathAndQuery starts with a slash
 */
public record OutboundUrl(String scheme, String host, int port, String pathAndQuery) {

    /** In characters, as typed. */
    public static final int MAX_LENGTH = 8_000;

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);
    /** A host whose last label is numeric: resolvers treat it as an IP address in several notations. */
    private static final Pattern NUMERIC_HOST = Pattern.compile("([^:]*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern DOTTED_DECIMAL = Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");
    /** Host names as used in practice: with underscores, which the standard does not allow. */
    private static final Pattern HOST_NAME = Pattern.compile("[0-9A-Za-z._-]{1,253}");

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** @throws RefusedException {@link Reason#URL_MALFORMED} and the {@code URL_} reasons after it */
    public static OutboundUrl parse(String text) {
        return from(UriReference.parse(text == null ? "" : Text.clean(requireShort(text)), StandardCharsets.UTF_8));
    }

    /** Also bounds the work of cleaning and encoding. */
    private static String requireShort(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
        return text;
    }

    private static OutboundUrl from(UriReference whole) {
        if (whole.scheme() == null) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
        String scheme = whole.scheme().toLowerCase(Locale.ROOT);
        if (!DEFAULT_PORTS.containsKey(scheme)) {
            throw new RefusedException(Reason.URL_SCHEME_NOT_ALLOWED);
        }
        if (whole.authority() == null) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
        if (whole.authority().contains("@")) {
            throw new RefusedException(Reason.URL_HAS_CREDENTIALS);
        }
        int colon = whole.authority().lastIndexOf(':');
        boolean hasPort = colon > whole.authority().lastIndexOf(']');
        String host = hasPort ? whole.authority().substring(0, colon) : whole.authority();
        String port = hasPort ? whole.authority().substring(colon + 1) : "";
        return new OutboundUrl(scheme, host(host), port(port, DEFAULT_PORTS.get(scheme)), whole.pathAndQuery());
    }

    private static String host(String typed) {
        if (IPV6.matcher(typed).matches()) {
            return typed.substring(1, typed.length() - 1);
        }
        String host = toAscii(typed);
        if (NUMERIC_HOST.matcher(host).matches()
                && !(DOTTED_DECIMAL.matcher(host).matches() && host.equals(typed))) {
            throw new RefusedException(Reason.URL_HOST_NOT_CANONICAL, typed);
        }
        if (!HOST_NAME.matcher(host).matches()) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
        return host.toLowerCase(Locale.ROOT);
    }

    /** Converts internationalized names to punycode. */
    private static String toAscii(String host) {
        try {
            return host.chars().allMatch(each -> each < 128) ? host : IDN.toASCII(host);
        } catch (IllegalArgumentException none) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
    }

    private static int port(String typed, int usual) {
        if (typed.isEmpty()) {
            return usual;
        }
        if (!PORT.matcher(typed).matches() || Integer.parseInt(typed) > 65_535) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
        return Integer.parseInt(typed);
    }

    /**
     * Resolves a redirect.
     *
     * @param location the raw header, one character per byte
     * @throws RefusedException {@link Reason#URL_REDIRECT_TO_HTTP}, or as for a typed URL
     */
    public OutboundUrl resolveRedirect(String location) {
        UriReference base = new UriReference(scheme, authority(), pathAndQuery, null);
        UriReference there = UriReference.parse(requireShort(location).strip(), StandardCharsets.ISO_8859_1);
        OutboundUrl next = from(there.resolveAgainst(base));
        if (isSecure() && !next.isSecure()) {
            throw new RefusedException(Reason.URL_REDIRECT_TO_HTTP);
        }
        return next;
    }

    private boolean isSecure() {
        return scheme.equals("https");
    }

    private String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == DEFAULT_PORTS.get(scheme) ? name : name + ":" + port;
    }

    public URI toUri() {
        return URI.create(scheme + "://" + authority() + pathAndQuery);
    }
}
