package dev.handshake.openstack;

import dev.handshake.keystone.InvalidTokenException;
import dev.handshake.keystone.ServiceCatalog;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * An endpoint of Keystone's catalog. It is looked up again after five minutes, and when the service does not answer;
 * the last one is used while Keystone is away.
 */
class CatalogEndpoint implements Endpoint {

    private static final Logger LOG = Logger.getLogger(CatalogEndpoint.class);
    private static final Duration TTL = Duration.ofMinutes(5);

    /** While Keystone or the service is away. */
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    private final ServiceCatalog catalog;
    private final ServiceType type;
    private final String region;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Known known;

    private record Known(URI url, Instant since, Instant until) {}

    CatalogEndpoint(ServiceCatalog catalog, ServiceType type, String region, Clock clock) {
        this.catalog = catalog;
        this.type = type;
        this.region = region;
        this.clock = clock;
    }

    /** One thread looks it up; others use the last one meanwhile, if there is one. */
    @Override
    public URI url(String token, String project) throws IOException, InterruptedException {
        Known last = known;
        if (isFresh(last)) {
            return last.url;
        }
        if (last != null && lock.isLocked()) {
            return last.url;
        }
        lock.lockInterruptibly();
        try {
            return isFresh(known) ? known.url : lookUp(token, project);
        } finally {
            lock.unlock();
        }
    }

    private boolean isFresh(Known endpoint) {
        return endpoint != null && clock.instant().isBefore(endpoint.until);
    }

    private URI lookUp(String token, String project) throws IOException, InterruptedException {
        try {
            URI found = find(token, project);
            if (known == null || !known.url.equals(found)) {
                LOG.infof("The service %s of %s is at %s", type.label(), region, found);
            }
            remember(found, TTL);
            return found;
        } catch (InvalidTokenException refused) {
            throw ServiceException.refused(401, "Keystone refuses the token");
        } catch (IOException away) {
            if (known == null) {
                throw away;
            }
            remember(known.url, RETRY_DELAY);
            return known.url;
        }
    }

    private URI find(String token, String project) throws IOException, InterruptedException {
        String url = catalog.findUrl(token, region, type.label())
                .orElseThrow(() -> ServiceException.away(
                        0,
                        "Keystone's catalog has no endpoint of type %s, interface %s, in region %s"
                                .formatted(type.label(), catalog.interfaceName(), region)));
        try {
            return type.normalize(url, project);
        } catch (IllegalArgumentException noUrl) {
            throw ServiceException.away(
                    0, "Keystone's catalog has no URL for %s in region %s".formatted(type.label(), region));
        }
    }

    private void remember(URI url, Duration time) {
        Instant now = clock.instant();
        known = new Known(url, now, now.plus(time));
    }

    @Override
    public void reportOutage(URI silent) {
        Known last = known;
        if (last != null && last.url.equals(silent)) {
            Instant soon = last.since.plus(RETRY_DELAY);
            known = new Known(last.url, last.since, soon.isBefore(last.until) ? soon : last.until);
        }
    }
}
