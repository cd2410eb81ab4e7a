package dev.handshake.openstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.keystone.KeystoneConfig;
import dev.handshake.keystone.ServiceCatalog;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.ManualClock;
import dev.handshake.testing.TestConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where Keystone's catalog says that a service is. */
class CatalogEndpointTest {

    private static final String PROJECT = "p1";
    private static final String TOKEN = FakeKeystone.token(PROJECT, "member");
    private static final String REFUSED = "no token";

    /** With it, the fake Keystone does not work. */
    private static final String IN_OUTAGE = FakeKeystone.token(Map.of("project", PROJECT, "status", 503));

    private final FakeKeystone keystone = new FakeKeystone();
    private final ManualClock clock = new ManualClock();
    private final Endpoint endpoint = endpoint("public");

    private Endpoint endpoint(String interfaceName) {
        KeystoneConfig config = TestConfig.read(
                KeystoneConfig.class, "keystone.url", keystone.url(), "keystone.interface", interfaceName);
        return new Endpoints(new ServiceCatalog(config, new ObjectMapper()), clock)
                .get(new EndpointSetting(null), ServiceType.COMPUTE, "DFW");
    }

    @AfterEach
    void stop() {
        keystone.close();
    }

    @Test
    void it_is_that_of_the_type_the_region_and_the_interface() throws Exception {
        keystone.withEndpoint("image", "DFW", "public", "http://glance:9292")
                .withEndpoint("compute", "ORD", "public", "http://ord:8774/v2.1")
                .withEndpoint("compute", "DFW", "internal", "http://inside:8774/v2.1")
                .withEndpoint("compute", "DFW", "public", "http://outside:8774/v2.1/%(tenant_id)s");
        assertEquals("http://outside:8774/v2.1", url(TOKEN));
        assertEquals(URI.create("http://inside:8774/v2.1"), endpoint("internal").url(TOKEN, PROJECT));
    }

    @Test
    void it_is_looked_up_again_after_five_minutes() throws Exception {
        moves("before");
        assertEquals("http://before:8774/v2.1", url(TOKEN));
        moves("after");
        clock.advance(Duration.ofSeconds(299));
        assertEquals("http://before:8774/v2.1", url(TOKEN));
        clock.advance(Duration.ofSeconds(1));
        assertEquals("http://after:8774/v2.1", url(TOKEN));
    }

    @Test
    void it_is_looked_up_again_when_the_service_does_not_answer_but_not_all_the_time() throws Exception {
        moves("before");
        URI before = URI.create(url(TOKEN));
        moves("after");
        endpoint.reportOutage(before);
        assertEquals("http://before:8774/v2.1", url(TOKEN));
        clock.advance(Duration.ofSeconds(5));
        assertEquals("http://after:8774/v2.1", url(TOKEN));
        endpoint.reportOutage(before); // a call that began earlier
        moves("later");
        clock.advance(Duration.ofSeconds(5));
        assertEquals("http://after:8774/v2.1", url(TOKEN));
    }

    @Test
    void the_last_one_is_used_while_keystone_is_away() throws Exception {
        assertThrows(IOException.class, () -> url(IN_OUTAGE));
        moves("before");
        assertEquals("http://before:8774/v2.1", url(TOKEN));
        clock.advance(Duration.ofMinutes(6));
        assertEquals("http://before:8774/v2.1", url(IN_OUTAGE));
        moves("after");
        assertEquals("http://before:8774/v2.1", url(TOKEN));
        clock.advance(Duration.ofSeconds(5));
        assertEquals("http://after:8774/v2.1", url(TOKEN));
    }

    @Test
    void one_that_is_missing_is_an_outage_with_a_sentence() {
        keystone.withEndpoint("compute", "ORD", "public", "http://nova:8774/v2.1");
        assertEquals(
                "Keystone's catalog has no endpoint of type compute, interface public, in region DFW",
                failure(TOKEN).getMessage());
        keystone.withEndpoint("compute", "DFW", "public", "no URL");
        assertEquals(
                "Keystone's catalog has no URL for compute in region DFW",
                failure(TOKEN).getMessage());
        assertEquals(ServiceException.Kind.AWAY, failure(TOKEN).kind());
    }

    @Test
    void a_refused_token_is_refused_as_by_the_service() {
        assertEquals(401, failure(REFUSED).status());
    }

    private ServiceException failure(String token) {
        return assertThrows(ServiceException.class, () -> url(token));
    }

    private void moves(String host) {
        keystone.withEndpoint("compute", "DFW", "public", "http://" + host + ":8774/v2.1");
    }

    private String url(String token) throws IOException, InterruptedException {
        return endpoint.url(token, PROJECT).toString();
    }
}
