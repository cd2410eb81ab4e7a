package dev.handshake.openstack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms that a URL has in the catalogs of clouds. */
class ServiceTypeTest {

    @ParameterizedTest
    @CsvSource({
        "COMPUTE, http://nova:8774/v2.1, http://nova:8774/v2.1",
        "COMPUTE, http://nova:8774/v2.1/p1, http://nova:8774/v2.1",
        "COMPUTE, https://cloud/compute/v2/p1/, https://cloud/compute/v2.1",
        "COMPUTE, https://cloud/compute/, https://cloud/compute/v2.1",
        "NETWORK, http://neutron:9696, http://neutron:9696",
        "NETWORK, http://neutron:9696/v2.0/, http://neutron:9696",
        "IMAGE, http://glance:9292/, http://glance:9292",
        "IMAGE, https://cloud/image/v2, https://cloud/image",
    })
    void a_url_of_the_catalog_becomes_what_the_calls_begin_with(ServiceType type, String url, String expected) {
        assertEquals(expected, type.normalize(url, "p1").toString());
    }
}
