package dev.handshake.web;

import io.quarkus.qute.TemplateExtension;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of each page that code leads to, as a path from the portal's root. Every part of it is escaped here, once
 * (RFC 3986, section 2.1).
 */
public class Urls {

    public static URI images(String region) {
        return page(region, "images");
    }

    public static URI image(String region, UUID id) {
        return page(region, "images", id);
    }

    /** Where the owner's people act on one member of an image. */
    public static URI member(String region, UUID image, String account) {
        return page(region, "images", image, "offers", account);
    }

    public static URI history(String region) {
        return page(region, "history");
    }

    public static URI offers(String region) {
        return page(region, "offers");
    }

    /** The result of offering images to several accounts. */
    public static URI offerBatch(String region, UUID id) {
        return page(region, "offerings", id);
    }

    public static URI invitations(String region) {
        return page(region, "invitations");
    }

    public static URI servers(String region) {
        return page(region, "servers");
    }

    public static URI server(String region, UUID id) {
        return page(region, "servers", id);
    }

    /** @param id of the task */
    public static URI imageImport(String region, UUID id) {
        return page(region, "imports", id);
    }

    /** @param id of the task */
    public static URI export(String region, UUID id) {
        return page(region, "exports", id);
    }

    public static URI notifications(String region) {
        return page(region, "notices");
    }

    public static URI notificationSettings(String region) {
        return page(region, "notices", "wishes");
    }

    /** Ends the mail to one address, without a sign-in. */
    public static URI unsubscription(UUID subscription) {
        return page("unsubscriptions", subscription);
    }

    /** A report as who reported sees it. */
    public static URI abuseReport(String region, UUID id) {
        return page(region, "cases", id);
    }

    /** The same as the operator sees it. */
    public static URI abuseDesk(String region, UUID id) {
        return page(region, "desk", id);
    }

    /** {@code path} with those parameters, in their order; one without a value is left out. */
    public static String withQuery(String path, Map<String, String> params) {
        Map<String, String> given = new LinkedHashMap<>(params);
        given.values().removeIf(value -> value == null || value.isEmpty());
        return withQuery(path, given.entrySet());
    }

    /** The same where a name can occur more than once, and a value be empty. */
    public static String withQuery(String path, Collection<Map.Entry<String, String>> params) {
        UriBuilder address = UriBuilder.fromPath(path);
        params.forEach(each -> address.queryParam("{name}", "{value}")
                .resolveTemplate("name", each.getKey())
                .resolveTemplate("value", each.getValue()));
        return address.build().toString();
    }

    /** Text as one segment of an address, or one value in its query. */
    @TemplateExtension
    public static String urlSegment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static URI page(Object... segments) {
        return URI.create(Stream.of(segments)
                .map(each -> "/" + urlSegment(each.toString()))
                .collect(Collectors.joining()));
    }
}
