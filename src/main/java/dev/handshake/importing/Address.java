package dev.handshake.importing;

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
 * An http or https address, in a spelling that has one meaning. What browsers take is taken, spelled as they do: what
 * may not stand in an address is percent-encoded.
 *
 * @param host in lower case, without the brackets of an IPv6 address
 * @param path with what is asked for behind it; begins with a slash
 */
record Address(String scheme, String host, int port, String path) {

    /** Characters, as typed. */
    static final int LONGEST = 8_000;

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);
    /** A host whose last part is a number is taken for an address by resolvers, in more spellings than this one. */
    private static final Pattern NUMBER = Pattern.compile("([^:]*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern FOUR_DECIMALS = Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");
    /** As names are in the field: with underscores, which the rules for host names do not have. */
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z._-]{1,253}");

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** @throws RefusedException {@link Reason#URL_MALFORMED} and its neighbours */
    static Address typed(String text) {
        return of(Reference.read(text == null ? "" : Text.clean(bounded(text)), StandardCharsets.UTF_8));
    }

    /** Also bounds what is cleaned and encoded. */
    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
        return text;
    }

    private static Address of(Reference whole) {
        if (whole.scheme() == null) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
        String scheme = whole.scheme().toLowerCase(Locale.ROOT);
        if (!PORTS.containsKey(scheme)) {
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
        return new Address(scheme, host(host), port(port, PORTS.get(scheme)), whole.pathAndQuery());
    }

    private static String host(String typed) {
        if (IPV6.matcher(typed).matches()) {
            return typed.substring(1, typed.length() - 1);
        }
        String host = ascii(typed);
        if (NUMBER.matcher(host).matches() && !(FOUR_DECIMALS.matcher(host).matches() && host.equals(typed))) {
            throw new RefusedException(Reason.URL_HOST_NOT_CANONICAL, typed);
        }
        if (!NAME.matcher(host).matches()) {
            throw new RefusedException(Reason.URL_MALFORMED);
        }
        return host.toLowerCase(Locale.ROOT);
    }

    /** Letters of other alphabets as the name system spells them. */
    private static String ascii(String host) {
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
     * Where this address leads on to.
     *
     * @param location as the other side said it, each byte a character
     * @throws RefusedException {@link Reason#URL_REDIRECT_TO_HTTP}, or as for a typed one
     */
    Address onTo(String location) {
        Reference base = new Reference(scheme, authority(), path, null);
        Reference there = Reference.read(bounded(location).strip(), StandardCharsets.ISO_8859_1);
        Address next = of(there.from(base));
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
        return port == PORTS.get(scheme) ? name : name + ":" + port;
    }

    URI uri() {
        return URI.create(scheme + "://" + authority() + path);
    }
}
