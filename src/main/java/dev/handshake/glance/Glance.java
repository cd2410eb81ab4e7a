package dev.handshake.glance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.openstack.CallLimits;
import dev.handshake.openstack.CallObserver;
import dev.handshake.openstack.Credentials;
import dev.handshake.openstack.DataClient;
import dev.handshake.openstack.Endpoint;
import dev.handshake.openstack.Endpoints;
import dev.handshake.openstack.ResponseTooLargeException;
import dev.handshake.openstack.ServiceClient;
import dev.handshake.openstack.ServiceException;
import dev.handshake.openstack.ServiceType;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The calls to the Image services. Each blocks for at most {@code handshake.glance.timeout}, or twice that if it is
 * repeated, and throws {@link ServiceException} for anything but success. Never called within a transaction, which
 * would hold a connection of the database meanwhile.
 */
@Startup
@ApplicationScoped
public class Glance {

    /** Images on a page. */
    public static final int PAGE_SIZE = 100;

    /** A synchronization makes thousands of calls, so their log lines are off by default. */
    private static final CallObserver.Labels LABELS = new CallObserver.Labels(
            "glance", "handshake.glance.calls", "Calls to the Image service", Logger.Level.DEBUG);

    private final GlanceRegions regions;
    private final Map<String, ServiceClient<GlanceApi>> clients = new HashMap<>();
    private final Map<String, DataClient> data = new HashMap<>();

    Glance(
            GlanceRegions regions,
            GlanceConfig config,
            Endpoints endpoints,
            ProjectTokens tokens,
            ObjectMapper json,
            MeterRegistry meters) {
        this.regions = regions;
        CallLimits limits = new CallLimits(config.timeout(), config.maxConcurrent());
        for (String region : regions.all()) {
            CallObserver observer = new CallObserver(meters, LABELS, region);
            Endpoint endpoint = endpoints.get(regions.url(region), ServiceType.IMAGE, region);
            clients.put(region, new ServiceClient<>(GlanceApi.class, endpoint, limits, tokens, json, observer));
            data.put(region, new DataClient(endpoint, config.timeout(), tokens, json, observer));
        }
    }

    /**
     * A page of all accounts' images of every visibility, by id. If the portal's user lacks its role, only public
     * images and those of its own project.
     *
     * <p>Glance limits the number of properties, but not their size, so any account can make a page as large as it
     * likes. A page of more than 4 MiB is read as one of a single image without its properties.
     *
     * @param hidden the hidden images instead of all others: Glance has no list with both
     * @param marker {@link GlancePage#next} of the page before, or null; refused with status 400 once that image is
     *     deleted
     */
    public GlancePage listImages(String region, boolean hidden, String marker) {
        try {
            return GlanceJson.page(
                    read(region, "GET /v2/images", (api, token) -> list(api, token, hidden, PAGE_SIZE, marker)),
                    marker);
        } catch (ResponseTooLargeException large) {
            return GlanceJson.page(
                    readBase(region, "GET /v2/images", (api, token) -> list(api, token, hidden, 1, marker)), marker);
        }
    }

    private static InputStream list(GlanceApi api, String token, boolean hidden, int limit, String marker) {
        return api.listImages(token, "all", hidden, "id", "asc", limit, marker);
    }

    /** Empty if there is no such image, or the portal's user may not see it. Without properties if it is too large. */
    public Optional<GlanceImage> findImage(String region, UUID id) {
        try {
            return Optional.of(GlanceJson.image(getImage(region, id)));
        } catch (ServiceException refused) {
            if (refused.isNotFound()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private JsonNode getImage(String region, UUID id) {
        ServiceClient.Request<GlanceApi> request = (api, token) -> api.getImage(token, id);
        try {
            return read(region, "GET /v2/images/{id}", request);
        } catch (ResponseTooLargeException large) {
            return readBase(region, "GET /v2/images/{id}", request);
        }
    }

    /**
     * The members of an image, in no particular order; a race in Glance can leave two of the same name.
     *
     * @throws ServiceException with status 404 if there is no such image, 403 unless its visibility is shared
     */
    public List<GlanceMember> listMembers(String region, UUID image) {
        return GlanceJson.members(
                read(region, "GET /v2/images/{id}/members", (api, token) -> api.listMembers(token, image)));
    }

    /**
     * Adds a member, which is pending.
     *
     * @throws ServiceException with status 409 if it is one, 403 unless the image's visibility is shared, 413 if the
     *     image has as many as Glance allows
     */
    public void addMember(String region, UUID image, String member) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("member", member);
        send(region, "POST /v2/images/{id}/members", (api, token) -> api.addMember(token, image, body));
    }

    /**
     * @param status pending, accepted or rejected
     * @throws ServiceException with status 404 if there is no such member
     */
    public void setMemberStatus(String region, UUID image, String member, String status) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("status", status);
        send(
                region,
                "PUT /v2/images/{id}/members/{member}",
                (api, token) -> api.updateMember(token, image, member, body));
    }

    /**
     * Removes a member; a race in Glance can keep it all the same.
     *
     * @throws ServiceException with status 404 if there is no such member
     */
    public void removeMember(String region, UUID image, String member) {
        send(region, "DELETE /v2/images/{id}/members/{member}", (api, token) -> api.deleteMember(token, image, member));
    }

    private void send(String region, String name, ServiceClient.Request<GlanceApi> request) {
        clients.get(region).send(Credentials.portal(regions.project()), name, request);
    }

    private JsonNode read(String region, String name, ServiceClient.Request<GlanceApi> request) {
        return clients.get(region).read(Credentials.portal(regions.project()), name, request);
    }

    /** All but the properties of images. */
    private JsonNode readBase(String region, String name, ServiceClient.Request<GlanceApi> request) {
        return clients.get(region).read(Credentials.portal(regions.project()), name, GlanceJson.PAGE_KEYS, request);
    }

    /**
     * The data of an image from an offset, with a token of the account's project. It may take any time, but not
     * {@code handshake.glance.timeout} without a byte.
     *
     * @return to be closed by the caller; a broken connection is an {@link IOException} there
     * @throws ServiceException with status 204 if the image has no data, 403 if the account may not download it or it
     *     is deactivated, 404 if there is no such image, 416 if the data ends before the offset
     * @throws dev.handshake.keystone.UnknownProjectException if the portal's user has no role in the account
     */
    public InputStream openData(String region, String account, UUID image, long from) {
        return data.get(region).open(account, "/v2/images/" + image + "/file", "GET /v2/images/{id}/file", from);
    }

    ServiceClient<GlanceApi> client(String region) {
        return clients.get(region);
    }

    DataClient data(String region) {
        return data.get(region);
    }

    @PreDestroy
    void close() throws IOException {
        for (DataClient each : data.values()) {
            each.close();
        }
    }
}
