package dev.handshake.web;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * A message shown once on the page after a redirect, at most 1,000 characters. It travels in a cookie, so that any
 * replica can show it. The cookie is signed and expires after a minute, so that nobody can forge messages of the
 * portal.
 */
@RequestScoped
@Named("flash")
public class Flash {

    private static final String COOKIE = "flash";
    private static final int MAX_LENGTH = 1_000;
    private static final int TTL_SECONDS = 60;
    private static final String WARNING = "warning";

    /**
     * A sentence, and a link to what it speaks of.
     *
     * @param linkUrl a path of the portal
     * @param linkText empty where there is no link
     * @param isWarning whether nothing was done
     */
    public record Message(String text, String linkUrl, String linkText, boolean isWarning) {}

    private final RoutingContext request;
    private final PortalCookies cookies;
    private final HmacSigner signer;
    private final Clock clock;

    Flash(RoutingContext request, PortalCookies cookies, Clock clock, WebConfig config) {
        this.request = request;
        this.cookies = cookies;
        this.clock = clock;
        this.signer = new HmacSigner("flash message", config.signingKey());
    }

    /** Redirects a POST to {@code address}, where {@code message} is shown. */
    public Response to(URI address, String message) {
        return to(address, message, URI.create(""), "");
    }

    /** The same with a link after the message. */
    public Response to(URI address, String message, URI linkUrl, String linkText) {
        String oneLine = Text.abbreviate(MAX_LENGTH, message.replace('\n', ' '));
        return redirect(address, String.join("\n", oneLine, linkUrl.toString(), linkText));
    }

    /** Returns to the page that sent the request, which shows why nothing was done; to {@code otherwise} if unknown. */
    public Response back(URI otherwise, Reason reason) {
        return redirect(
                referrer(otherwise), String.join("\n", new RefusedException(reason).message(), "", "", WARNING));
    }

    private Response redirect(URI address, String lines) {
        cookies.set(COOKIE, seal(lines), TTL_SECONDS);
        return Response.seeOther(address).build();
    }

    /**
     * Which of {@code pages} a form came from, with the query it was shown with, so that the reader finds the same part
     * of the list again. The first one if it came from none of them.
     */
    public URI sender(URI... pages) {
        URI from = referrer(pages[0]);
        return Arrays.stream(pages).anyMatch(each -> each.getRawPath().equals(from.getRawPath())) ? from : pages[0];
    }

    /** Only a page below the same first segment, the region, so that no other site is ever redirected to. */
    private URI referrer(URI otherwise) {
        try {
            URI from = new URI(Objects.requireNonNullElse(request.request().getHeader("Referer"), ""));
            String region = otherwise.getRawPath().replaceAll("^(/[^/]*/).*", "$1");
            boolean isOwn = from.getRawPath() != null && from.getRawPath().startsWith(region);
            String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
            return isOwn ? URI.create(from.getRawPath() + query) : otherwise;
        } catch (URISyntaxException malformed) {
            return otherwise;
        }
    }

    /**
     * The pending message, or null. Reading it removes it, but not for what is loaded in the background: the message
     * belongs to the page that comes next.
     */
    public Message getMessage() {
        String waiting = cookies.get(COOKIE);
        if (waiting == null || isInBackground()) {
            return null;
        }
        cookies.remove(COOKIE);
        return parse(unseal(waiting));
    }

    /** By the script of a page, or ahead of a click ({@code Sec-Purpose: prefetch}, Fetch standard). */
    private boolean isInBackground() {
        String purpose = Objects.requireNonNullElse(request.request().getHeader("Sec-Purpose"), "");
        return purpose.startsWith("prefetch") || request.request().getHeader("X-Requested-With") != null;
    }

    private static Message parse(String value) {
        if (value == null) {
            return null;
        }
        String[] lines = value.split("\n", -1);
        return lines.length >= 3
                ? new Message(lines[0], lines[1], lines[2], lines.length > 3 && lines[3].equals(WARNING))
                : new Message(value, "", "", false);
    }

    /** Expiry, text and signature, separated by dots. */
    private String seal(String text) {
        long until = clock.instant().getEpochSecond() + TTL_SECONDS;
        String signed = until + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return signed + "." + signer.sign(signed);
    }

    private String unseal(String value) {
        int end = value.lastIndexOf('.');
        if (end < 0 || !signer.verify(value.substring(0, end), value.substring(end + 1))) {
            return null;
        }
        String[] parts = value.split("\\.");
        boolean isOver = clock.instant().getEpochSecond() >= Long.parseLong(parts[0]);
        return isOver ? null : new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }
}
