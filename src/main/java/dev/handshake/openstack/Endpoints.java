package dev.handshake.openstack;

import dev.handshake.keystone.ServiceCatalog;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;

/** Finds services by their settings. */
@ApplicationScoped
public class Endpoints {

    private final ServiceCatalog catalog;
    private final Clock clock;

    public Endpoints(ServiceCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    public Endpoint get(EndpointSetting setting, ServiceType type, String region) {
        return setting.url() == null
                ? new CatalogEndpoint(catalog, type, region, clock)
                : Endpoint.at(URI.create(Text.stripTrailing('/', setting.url().toString())));
    }
}
