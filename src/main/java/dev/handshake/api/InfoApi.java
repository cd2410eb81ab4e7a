package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.quota.Quota;
import dev.handshake.quota.QuotaService;
import dev.handshake.quota.QuotaUsage;
import dev.handshake.quota.QuotaUse;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /v2/info}: what clients ask before they bring in data. */
@Path("/{region}/v2/info")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class InfoApi {

    /** The one store, since clients wait until an image names those that they were told of. */
    static final String STORE = "images";

    private static final long MIB = 1L << 20;
    private static final long NO_LIMIT = -1;

    record Methods(@JsonProperty("import-methods") Choice methods) {}

    record Choice(String description, String type, List<String> value) {}

    record Usages(Map<String, Usage> usage) {}

    record Usage(long usage, long limit) {

        static Usage of(QuotaUse use, long unit) {
            return new Usage(use.used() / unit, use.isLimited() ? use.limit() / unit : NO_LIMIT);
        }
    }

    record Stores(List<Store> stores) {}

    record Store(String id, @JsonProperty("default") String isDefault) {}

    private final CurrentAccount current;
    private final QuotaService quotas;

    InfoApi(CurrentAccount current, QuotaService quotas) {
        this.current = current;
        this.quotas = quotas;
    }

    @GET
    @Path("import")
    public Methods methods() {
        return new Methods(new Choice("Import methods available.", "array", ImportApi.METHODS));
    }

    /** How much of each quota the account uses, in the order of the Images API; sizes in MiB, -1 for no limit. */
    @GET
    @Path("usage")
    public Usages usage(String region) {
        Actor actor = current.in(region);
        Map<Quota, QuotaUse> uses = new EnumMap<>(Quota.class);
        quotas.of(actor.account(), region).forEach(each -> uses.put(each.quota(), each));
        QuotaUsage.Arriving arriving = quotas.arriving(actor.account(), region);
        Map<String, Usage> usage = new LinkedHashMap<>();
        usage.put("image_size_total", Usage.of(uses.get(Quota.STORAGE), MIB));
        usage.put("image_stage_total", new Usage(arriving.stagedBytes() / MIB, NO_LIMIT));
        usage.put("image_count_total", Usage.of(uses.get(Quota.IMAGES), 1));
        usage.put("image_count_uploading", new Usage(arriving.images(), NO_LIMIT));
        return new Usages(usage);
    }

    @GET
    @Path("stores")
    public Stores stores() {
        return new Stores(List.of(new Store(STORE, "true")));
    }
}
