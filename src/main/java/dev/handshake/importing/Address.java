package dev.handshake.importing;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An http or https address, in a spelling that has one meaning. */
record Address(URI uri) {

    static final int LONGEST = 2_000;

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);
    /** A host whose last part is a number is taken for an address by resolvers, in more spellings than this one. */
    private static final Pattern NUMBER = Pattern.compile("([^:]*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern FOUR_DECIMALS = Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

    /** @throws Refused {@link Reason#ADDRESS_MALFORMED} and its neighbours */
    static Address typed(String text) {
        try {
            String typed = Text.typed(text);
            if (typed.length() > LONGEST) {
                throw new Refused(Reason.ADDRESS_MALFORMED);
            }
            return of(new URI(typed));
        } catch (URISyntaxException malformed) {
            throw new Refused(Reason.ADDRESS_MALFORMED);
        }
    }

    private static Address of(URI uri) {
        if (uri.getScheme() == null) {
            throw new Refused(Reason.ADDRESS_MALFORMED);
        }
        if (!PORTS.containsKey(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new Refused(Reason.ADDRESS_SCHEME);
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new Refused(Reason.ADDRESS_WITH_PASSWORD);
        }
        mustBePlain(uri.getRawAuthority() == null ? "" : uri.getRawAuthority().replaceAll(":[0-9]*$", ""));
        // a host that is none, such as one with a per cent sign or a letter of another alphabet
        if (uri.getHost() == null || uri.getHost().contains("%")) {
            throw new Refused(Reason.ADDRESS_MALFORMED);
        }
        return new Address(uri);
    }

    private static void mustBePlain(String host) {
        if (NUMBER.matcher(host).matches() && !FOUR_DECIMALS.matcher(host).matches()) {
            throw new Refused(Reason.ADDRESS_ODD, host);
        }
    }

    /**
     * Where this address leads on to.
     *
     * @param location as the other side said it
     * @throws Refused {@link Reason#ADDRESS_DOWNGRADED}, or as for a typed one
     */
    Address onTo(String location) {
        try {
            Address next = of(uri.resolve(new URI(location)));
            if (isSecure() && !next.isSecure()) {
                throw new Refused(Reason.ADDRESS_DOWNGRADED);
            }
            return next;
        } catch (URISyntaxException malformed) {
            throw new Refused(Reason.ADDRESS_MALFORMED);
        }
    }

    private boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    int port() {
        return uri.getPort() < 0 ? PORTS.get(uri.getScheme().toLowerCase(Locale.ROOT)) : uri.getPort();
    }
}
