package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The traces that the packaged portal sends to a collector. */
@ExtendWith(SharedPortalExtension.class)
class TracingIT {

    @Test
    void a_request_is_traced_by_its_address_in_the_code_and_gives_nothing_away(SharedPortal shared) {
        String secret = UUID.randomUUID().toString();
        String path = "/DFW/v2/images/" + secret + "?signature=" + secret;
        new ApiClient(shared.token("100200"))
                .get(shared.portal().uri(path).toString())
                .is(404);
        Eventually.get(shared::traces, traces -> traces.contains("/{region}/v2/images/{id}"));
        assertFalse(shared.traces().contains(secret));
    }
}
