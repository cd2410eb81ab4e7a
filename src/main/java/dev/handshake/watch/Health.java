package dev.handshake.watch;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * What the neighbours mean for this replica. Without the database no page can be shown, so that it is not ready.
 * Without the image store or the identity provider most pages can: that is no reason to send nobody here, and would be
 * one for all replicas at once. It makes the portal unwell, which is for alarms and not for whoever spreads requests.
 * Nothing outside makes it look dead, since a new process would find the same.
 */
class Health {

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck database(Lookouts lookouts, DatabaseNeighbour database) {
        return () -> of(lookouts, database.name());
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck store(Lookouts lookouts, StoreNeighbour store) {
        return () -> of(lookouts, store.name());
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck provider(Lookouts lookouts, ProviderNeighbour provider) {
        return () -> of(lookouts, provider.name());
    }

    private static HealthCheckResponse of(Lookouts lookouts, String name) {
        Lookout lookout = lookouts.all().stream()
                .filter(each -> each.neighbour.name().equals(name))
                .findFirst()
                .orElseThrow();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(name).status(lookout.isThere());
        String trouble = lookout.trouble();
        return (trouble == null ? answer : answer.withData("why", trouble)).build();
    }
}
