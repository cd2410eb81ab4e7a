package dev.handshake.observability;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * What the dependencies mean for this replica. Without the database no page can be shown, so that it is not ready.
 * Without the image store or the identity provider most pages can: that is no reason to send nobody here, and would be
 * one for all replicas at once. It makes the portal unwell, which is for alarms and not for whoever spreads requests.
 * Nothing outside makes it look dead, since a new process would find the same.
 */
class HealthChecks {

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck database(DependencyProbes dependencyProbes, DatabaseDependency database) {
        return () -> check(dependencyProbes, database.name());
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck store(DependencyProbes dependencyProbes, ImageStoreDependency store) {
        return () -> check(dependencyProbes, store.name());
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck provider(DependencyProbes dependencyProbes, IdentityProviderDependency provider) {
        return () -> check(dependencyProbes, provider.name());
    }

    private static HealthCheckResponse check(DependencyProbes dependencyProbes, String name) {
        DependencyProbe dependencyProbe = dependencyProbes.all().stream()
                .filter(each -> each.dependency.name().equals(name))
                .findFirst()
                .orElseThrow();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(name).status(dependencyProbe.isUp());
        String trouble = dependencyProbe.downReason();
        return (trouble == null ? answer : answer.withData("why", trouble)).build();
    }
}
