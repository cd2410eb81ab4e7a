package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.ImportMethods;
import dev.handshake.api.json.StoreNames;
import dev.handshake.quota.Quota;
import dev.handshake.quota.QuotaQueries;
import dev.handshake.quota.QuotaService;
import dev.handshake.quota.QuotaUsage;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /v2/info}: import methods, quota usage and stores, which clients query before an upload. */
@Path("/{region}/v2/info")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class InfoApi {

    private static final long MIB = 1L << 20;
    private static final long NO_LIMIT = -1;

    record ImportMethodsBody(@JsonProperty("import-methods") ImportMethodsValue methods) {}

    record ImportMethodsValue(String description, String type, List<String> value) {}

    record UsageListBody(Map<String, UsageBody> usage) {}

    record UsageBody(long usage, long limit) {

        static UsageBody of(QuotaUsage use, long unit) {
            return new UsageBody(use.used() / unit, use.isLimited() ? use.limit() / unit : NO_LIMIT);
        }
    }

    record StoreListBody(List<StoreBody> stores) {}

    record StoreBody(String id, @JsonProperty("default") String isDefault) {}

    private final CurrentUser current;
    private final QuotaService quotas;

    InfoApi(CurrentUser current, QuotaService quotas) {
        this.current = current;
        this.quotas = quotas;
    }

    @GET
    @Path("import")
    public ImportMethodsBody methods() {
        return new ImportMethodsBody(new ImportMethodsValue("Import methods available.", "array", ImportMethods.ALL));
    }

    /** The account's usage of each quota, in the order of the Images API. Sizes are in MiB; -1 means no limit. */
    @GET
    @Path("usage")
    public UsageListBody usage(String region) {
        Actor actor = current.actorIn(region);
        Map<Quota, QuotaUsage> uses = new EnumMap<>(Quota.class);
        quotas.listUsage(actor.account(), region).forEach(each -> uses.put(each.quota(), each));
        QuotaQueries.UploadUsage uploadUsage = quotas.uploadUsage(actor.account(), region);
        Map<String, UsageBody> usage = new LinkedHashMap<>();
        usage.put("image_size_total", UsageBody.of(uses.get(Quota.STORAGE), MIB));
        usage.put("image_stage_total", new UsageBody(uploadUsage.stagedBytes() / MIB, NO_LIMIT));
        usage.put("image_count_total", UsageBody.of(uses.get(Quota.IMAGES), 1));
        usage.put("image_count_uploading", new UsageBody(uploadUsage.uploadingImages(), NO_LIMIT));
        return new UsageListBody(usage);
    }

    @GET
    @Path("stores")
    public StoreListBody stores() {
        return new StoreListBody(List.of(new StoreBody(StoreNames.ONLY, "true")));
    }
}
