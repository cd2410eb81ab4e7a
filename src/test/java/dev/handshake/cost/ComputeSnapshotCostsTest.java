package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.bill.UsageType;
import dev.handshake.compute.Nova;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Snapshots of the compute service cost what other snapshots do, from the moment their data is stored. */
@PortalTest
class ComputeSnapshotCostsTest {

    private final Cast cast = new Cast();
    private final Nova nova = new Nova(cast.consumer.account);

    @Test
    void the_account_that_has_the_server_pays_and_the_producer_does_not() {
        Nova.NovaServer server = nova.starts(cast.pending("golden"));
        UUID queued = ApiClient.idOf(nova.announces(server, "queued", Map.of()));
        assertEquals(0, UsageBackdating.list(queued).size());
        UUID snapshot = nova.snapshots(server, "nightly");
        UsageRecord usage = UsageBackdating.list(snapshot).get(0);
        assertEquals(UsageType.STORAGE, usage.usage);
        assertEquals("snapshot", usage.resourceType);
        assertEquals(cast.consumer.account, usage.account);
        UsageBackdating.backdate(snapshot, "2020-01-01T00:00:00Z", 10 * UsageBackdating.GIB);
        String february = "/DFW/costs?month=2020-02";
        cast.consumer.opens(february).is(200).says("nightly snapshot 10 GiB", "696.00 3480.00");
        cast.producer.opens(february).is(200).doesNotSay("nightly");
        nova.images().delete("/v2/images/" + snapshot).is(204);
        cast.consumer.opens("/DFW/costs?month=2020-02").is(200).says("nightly snapshot 10 GiB");
    }
}
