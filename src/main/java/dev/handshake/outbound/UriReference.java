package dev.handshake.outbound;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * A URI reference, absolute or relative, resolved per RFC 3986, section 5.2. Backslashes before the query count as
 * slashes, as in browsers. The fragment is dropped.
 *
 * @param scheme or null
 * @param authority or null
 * @param path percent-encoded; may be empty
 * @param query percent-encoded, or null
 */
record UriReference(String scheme, String authority, String path, String query) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String TO_ENCODE = " \"<>[]\\^`{|}";

    /** @param charset used to percent-encode characters */
    static UriReference parse(String text, Charset charset) {
        int hash = text.indexOf('#');
        String rest = hash < 0 ? text : text.substring(0, hash);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? null : encode(rest.substring(mark + 1), charset);
        rest = (mark < 0 ? rest : rest.substring(0, mark)).replace('\\', '/');
        int colon = rest.indexOf(':');
        String scheme = isScheme(rest, colon) ? rest.substring(0, colon) : null;
        rest = scheme == null ? rest : rest.substring(colon + 1);
        if (!rest.startsWith("//")) {
            return new UriReference(scheme, null, encode(rest, charset), query);
        }
        int slash = rest.indexOf('/', 2);
        String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        return new UriReference(scheme, authority, slash < 0 ? "" : encode(rest.substring(slash), charset), query);
    }

    private static boolean isScheme(String text, int end) {
        return end > 0
                && isLetter(text.charAt(0))
                && text.substring(0, end)
                        .chars()
                        .allMatch(each -> isLetter(each) || each >= '0' && each <= '9' || "+-.".indexOf(each) >= 0);
    }

    private static boolean isLetter(int each) {
        return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
    }

    private static String encode(String text, Charset charset) {
        StringBuilder encoded = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(charset);
        for (int at = 0; at < bytes.length; at++) {
            char each = (char) (bytes[at] & 0xff);
            if (each <= ' ' || each >= 127 || TO_ENCODE.indexOf(each) >= 0 || each == '%' && !isEscape(bytes, at)) {
                encoded.append('%').append(HEX.toHexDigits(bytes[at]));
            } else {
                encoded.append(each);
            }
        }
        return encoded.toString();
    }

    /** A percent sign that starts no escape is encoded too. */
    private static boolean isEscape(byte[] bytes, int at) {
        return at + 2 < bytes.length && HexFormat.isHexDigit(bytes[at + 1]) && HexFormat.isHexDigit(bytes[at + 2]);
    }

    /** Resolves this reference against {@code base}, whose path may include its query. */
    UriReference resolveAgainst(UriReference base) {
        if (scheme != null) {
            return this;
        }
        if (authority != null) {
            return new UriReference(base.scheme, authority, path, query);
        }
        int mark = base.path.indexOf('?');
        String basePath = mark < 0 ? base.path : base.path.substring(0, mark);
        if (path.isEmpty()) {
            String kept = mark < 0 ? null : base.path.substring(mark + 1);
            return new UriReference(base.scheme, base.authority, basePath, query == null ? kept : query);
        }
        String merged = path.startsWith("/") ? path : basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
        return new UriReference(base.scheme, base.authority, merged, query);
    }

    /** The request target: without dot segments, never empty. */
    String pathAndQuery() {
        String plain = removeDotSegments(path.startsWith("/") ? path : "/" + path);
        return query == null ? plain : plain + "?" + query;
    }

    private static String removeDotSegments(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int at = 0; at < segments.length; at++) {
            boolean isUp = segments[at].equals("..");
            if (!isUp && !segments[at].equals(".")) {
                kept.addLast(segments[at]);
                continue;
            }
            if (isUp) {
                kept.pollLast();
            }
            if (at == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
