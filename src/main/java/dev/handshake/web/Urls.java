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
 * URLs of all pages that code links to, as paths from the portal's root. Each segment is percent-encoded here, once
 * (RFC 3986, section 2.1).
 */
public class Urls {

    public static URI images(String region) {
        return page(region, "images");
    }

    public static URI image(String region, UUID id) {
        return page(region, "images", id);
    }

    public static URI imageDetails(String region, UUID id) {
        return page(region, "images", id, "details");
    }

    /** Prefix of the owner's actions on one member of an image. */
    public static URI member(String region, UUID image, String account) {
        return page(region, "images", image, "offers", account);
    }

    public static URI history(String region) {
        return page(region, "history");
    }

    public static URI offers(String region) {
        return page(region, "offers");
    }

    /** The result of a batch of offers. */
    public static URI offerBatch(String region, UUID id) {
        return page(region, "offer-batches", id);
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

    /** The form for a new server from the image. */
    public static URI newServer(String region, UUID image) {
        return URI.create(withQuery(page(region, "servers", "new").toString(), Map.of("image", image.toString())));
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
        return page(region, "notifications");
    }

    public static URI notificationSettings(String region) {
        return page(region, "notifications", "settings");
    }

    public static URI webhooks(String region) {
        return page(region, "webhooks");
    }

    public static URI webhook(String region, UUID id) {
        return page(region, "webhooks", id);
    }

    /** Unsubscribes one mail address, without sign-in. */
    public static URI unsubscription(UUID subscription) {
        return page("unsubscriptions", subscription);
    }

    /** An abuse report as its reporter sees it. */
    public static URI abuseReport(String region, UUID id) {
        return page(region, "reports", id);
    }

    /** An abuse report as the operator sees it. */
    public static URI abuseDesk(String region, UUID id) {
        return page(region, "abuse-reports", id);
    }

    /** Appends the parameters to {@code path} in order; parameters without a value are left out. */
    public static String withQuery(String path, Map<String, String> params) {
        Map<String, String> given = new LinkedHashMap<>(params);
        given.values().removeIf(value -> value == null || value.isEmpty());
        return withQuery(path, given.entrySet());
    }

    /** Same for names that may repeat and values that may be empty. */
    public static String withQuery(String path, Collection<Map.Entry<String, String>> params) {
        UriBuilder address = UriBuilder.fromPath(path);
        params.forEach(each -> address.queryParam("{name}", "{value}")
                .resolveTemplate("name", each.getKey())
                .resolveTemplate("value", each.getValue()));
        return address.build().toString();
    }

    /** Encodes text as one URL path segment or query value. */
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
