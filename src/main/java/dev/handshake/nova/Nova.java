package dev.handshake.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.openstack.CallLimits;
import dev.handshake.openstack.CallObserver;
import dev.handshake.openstack.Endpoint;
import dev.handshake.openstack.Endpoints;
import dev.handshake.openstack.ServiceClient;
import dev.handshake.openstack.ServiceException;
import dev.handshake.openstack.ServiceType;
import dev.handshake.web.Text;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The calls to the compute services. Each blocks for at most {@code handshake.compute.timeout}, and throws
 * {@link ServiceException} for anything but success, or {@link dev.handshake.keystone.UnknownProjectException}. Never
 * called within a transaction, which would hold a connection of the database meanwhile.
 */
@ApplicationScoped
public class Nova {

    /** Servers on a page. */
    public static final int PAGE_SIZE = 100;

    private static final CallObserver.Labels LABELS = new CallObserver.Labels(
            "compute", "handshake.compute.calls", "Calls to the compute service", Logger.Level.INFO);

    /** In characters. */
    private static final int MAX_CONSOLE = 64 << 10;

    private final Map<String, ServiceClient<NovaApi>> compute = new HashMap<>();
    private final Map<String, ServiceClient<NeutronApi>> networks = new HashMap<>();

    Nova(
            ComputeRegions regions,
            NovaConfig config,
            Endpoints endpoints,
            ProjectTokens tokens,
            ObjectMapper json,
            MeterRegistry meters) {
        CallLimits limits = new CallLimits(config.timeout(), config.maxConcurrent());
        for (String region : regions.all()) {
            CallObserver observer = new CallObserver(meters, LABELS, region);
            Endpoint endpoint = endpoints.get(regions.url(region), ServiceType.COMPUTE, region);
            compute.put(region, new ServiceClient<>(NovaApi.class, endpoint, limits, tokens, json, observer));
            regions.networkUrl(region).ifPresent(url -> {
                Endpoint network = endpoints.get(url, ServiceType.NETWORK, region);
                networks.put(region, new ServiceClient<>(NeutronApi.class, network, limits, tokens, json, observer));
            });
        }
    }

    public List<NovaFlavor> listFlavors(ComputeCaller caller) {
        return NovaJson.flavors(read(caller, "GET /flavors/detail", NovaApi::listFlavors));
    }

    public NovaLimits getLimits(ComputeCaller caller) {
        return NovaJson.limits(read(caller, "GET /limits", NovaApi::getLimits));
    }

    /** The networks of the account; empty where the region has no network service. */
    public List<NovaNetwork> listNetworks(ComputeCaller caller) {
        ServiceClient<NeutronApi> client = networks.get(caller.region());
        return client == null
                ? List.of()
                : NovaJson.networks(client.read(caller.credentials(), "GET /v2.0/networks", NeutronApi::listNetworks));
    }

    /** @return the new server's id */
    public UUID createServer(ComputeCaller caller, NewServer server) {
        JsonNode body = NovaJson.create(server);
        return NovaJson.requireId(send(caller, "POST /servers", (api, token) -> api.createServer(token, body))
                .path("server")
                .path("id"));
    }

    public NovaServer getServer(ComputeCaller caller, UUID id) {
        return NovaJson.server(read(caller, "GET /servers/{id}", (api, token) -> api.getServer(token, id)));
    }

    /** Servers with the tag, deleted ones not included. */
    public List<NovaServer> listByTag(ComputeCaller caller, String tag) {
        return NovaJson.servers(read(
                        caller, "GET /servers/detail", (api, token) -> api.listServers(token, tag, null, null, null)))
                .servers();
    }

    /**
     * A page of the account's servers.
     *
     * @param since those changed at this time or later, also deleted ones; null for all that exist
     * @param marker of the page, or null for the first
     */
    public ServerPage listServers(ComputeCaller caller, Instant since, UUID marker) {
        String time =
                since == null ? null : since.truncatedTo(ChronoUnit.SECONDS).toString();
        return NovaJson.servers(read(
                caller, "GET /servers/detail", (api, token) -> api.listServers(token, null, time, PAGE_SIZE, marker)));
    }

    public void stop(ComputeCaller caller, UUID id) {
        act(caller, id, NovaJson.action("os-stop"));
    }

    public void start(ComputeCaller caller, UUID id) {
        act(caller, id, NovaJson.action("os-start"));
    }

    /** Asks the guest to restart. */
    public void reboot(ComputeCaller caller, UUID id) {
        act(caller, id, NovaJson.action("reboot", "type", TextNode.valueOf("SOFT")));
    }

    /**
     * Takes a snapshot.
     *
     * @param metadata becomes properties of the image
     * @return the image's id
     */
    public UUID createImage(ComputeCaller caller, UUID id, String name, Map<String, String> metadata) {
        ObjectNode body = (ObjectNode) NovaJson.action("createImage", "name", TextNode.valueOf(name));
        ObjectNode properties = ((ObjectNode) body.path("createImage")).putObject("metadata");
        metadata.forEach(properties::put);
        return NovaJson.requireId(act(caller, id, body).path("image_id"));
    }

    /** The end of the console's log, at most 64 Ki characters. */
    public String getConsole(ComputeCaller caller, UUID id, int lines) {
        String output = act(caller, id, NovaJson.action("os-getConsoleOutput", "length", IntNode.valueOf(lines)))
                .path("output")
                .asText();
        int length = Text.length(output);
        return length <= MAX_CONSOLE ? output : output.substring(output.offsetByCodePoints(0, length - MAX_CONSOLE));
    }

    public void deleteServer(ComputeCaller caller, UUID id) {
        send(caller, "DELETE /servers/{id}", (api, token) -> api.deleteServer(token, id));
    }

    private JsonNode act(ComputeCaller caller, UUID id, JsonNode body) {
        return send(caller, "POST /servers/{id}/action", (api, token) -> api.act(token, id, body));
    }

    private JsonNode read(ComputeCaller caller, String name, ServiceClient.Request<NovaApi> request) {
        return compute.get(caller.region()).read(caller.credentials(), name, request);
    }

    private JsonNode send(ComputeCaller caller, String name, ServiceClient.Request<NovaApi> request) {
        return compute.get(caller.region()).send(caller.credentials(), name, request);
    }
}
