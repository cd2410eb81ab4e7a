package dev.handshake.observability;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Maps dependencies to health checks. Without the database no page works, so the replica is not ready. Without the
 * image store or the identity provider most pages still work: that is reported as wellness, for alerts, not as
 * readiness, which would remove all replicas from the load balancer at once. No dependency affects liveness, since a
 * restart would not help.
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
