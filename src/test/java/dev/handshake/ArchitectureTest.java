package dev.handshake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.handshake.error.RefusedException;
import dev.handshake.imagedata.ImageBackend;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.Test;

/** Business rules do not depend on HTTP, and only sharing changes memberships. */
class ArchitectureTest {

    static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.handshake");

    private static final Set<String> CHANGES =
            Set.of("create", "persist", "delete", "deleteById", "update", "decide", "decideConfidentially");

    @Test
    void entities_and_services_know_neither_http_nor_templates() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .haveSimpleNameEndingWith("Service")
                .or()
                .haveSimpleNameEndingWith("Access")
                .or()
                .haveSimpleNameEndingWith("Policy")
                .or()
                .haveSimpleNameEndingWith("Queries")
                .or()
                .haveSimpleNameEndingWith("Recorder")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "io.vertx..", "org.jboss.resteasy..")
                .check(PORTAL);
    }

    /** Code in sharing takes the lock and writes the history entry for each change. */
    @Test
    void only_sharing_changes_memberships() {
        DescribedPredicate<JavaMethodCall> changes = describe(
                "change a membership",
                call -> call.getTargetOwner().isEquivalentTo(Membership.class) && CHANGES.contains(call.getName()));
        noClasses()
                .that(resideOutsideOfPackages("dev.handshake.sharing"))
                .should()
                .callMethodWhere(changes)
                .check(PORTAL);
        Set<String> called = PORTAL.get(SharingService.class).getMethodCallsFromSelf().stream()
                .filter(changes)
                .map(call -> call.getName())
                .collect(Collectors.toSet());
        assertTrue(called.containsAll(Set.of("create", "persist", "delete")), called.toString());
    }

    /** Where images live is behind one interface, so that rules, pages and API are the same for both homes. */
    @Test
    void only_the_backend_of_images_at_glance_knows_glance() {
        String[] glance = {"dev.handshake.glance", "dev.handshake.imagesync"};
        noClasses()
                .that(resideOutsideOfPackages(glance))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(glance)
                .check(PORTAL);
        Set<String> backends = PORTAL.get(ImageBackend.class).getAllSubclasses().stream()
                .filter(each -> !each.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        assertEquals(Set.of("PortalImageBackend", "GlanceImageBackend"), backends);
    }

    /** A mapping keeps defaults, limits and documentation of a setting in one place. */
    @Test
    void own_settings_are_read_by_mappings() {
        Set<String> injected = PORTAL.stream()
                .flatMap(each -> each.getCodeUnits().stream())
                .flatMap(each -> each.getParameters().stream())
                .filter(each -> each.isAnnotatedWith(ConfigProperty.class))
                .map(each -> each.getAnnotationOfType(ConfigProperty.class).name())
                .collect(Collectors.toCollection(TreeSet::new));
        PORTAL.stream()
                .flatMap(each -> each.getFields().stream())
                .filter(each -> each.isAnnotatedWith(ConfigProperty.class))
                .forEach(each -> injected.add(
                        each.getAnnotationOfType(ConfigProperty.class).name()));
        assertTrue(injected.contains("quarkus.mailer.from"), injected.toString());
        assertEquals(
                List.of(),
                injected.stream().filter(each -> !each.startsWith("quarkus.")).toList());
    }

    /** An observer of an event that is never fired would be dead code. */
    @Test
    void what_is_observed_is_fired() {
        Set<String> observed = PORTAL.stream()
                .flatMap(each -> each.getMethods().stream())
                .flatMap(each -> each.getParameters().stream())
                .filter(each -> each.isAnnotatedWith(Observes.class))
                .map(each -> each.getRawType().getName())
                .filter(each -> each.startsWith("dev.handshake."))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> fired = PORTAL.stream()
                .flatMap(each -> each.getFields().stream())
                .filter(each -> each.getRawType().isEquivalentTo(Event.class))
                .flatMap(each -> each.getType().getAllInvolvedRawTypes().stream())
                .map(JavaClass::getName)
                .filter(each -> each.startsWith("dev.handshake."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(fired, observed);
    }

    @Test
    void one_exception_mapper_answers_every_refusal() {
        noMethods()
                .that()
                .areDeclaredInClassesThat(resideOutsideOfPackages("dev.handshake.http"))
                .and()
                .areAnnotatedWith(ServerExceptionMapper.class)
                .should()
                .haveRawParameterTypes(RefusedException.class)
                .check(PORTAL);
    }

    @Test
    void the_time_comes_from_the_injected_clock() {
        noClasses()
                .that(resideOutsideOfPackages("dev.handshake.demo"))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PORTAL);
    }
}
