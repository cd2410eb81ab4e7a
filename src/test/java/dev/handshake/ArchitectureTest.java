package dev.handshake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.handshake.error.RefusedException;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.junit.jupiter.api.Test;

/** Packages depend on each other in one direction, and business rules do not depend on HTTP. */
class ArchitectureTest {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.handshake");

    /** The allowed dependencies of each package, only on packages above it. A new line here is a design decision. */
    private static final String DEPENDENCIES = """
            error:
            bill:
            store:
            web: error
            disk: error
            paging: error, web
            http: error, web
            connection:
            lease:
            region:
            account: error, http, paging, region, web
            keystone: account, region
            quota: account, error, web
            task: account, error, lease, paging, web
            image: account, disk, error, paging, web
            sharing: account, error, http, image, paging, web
            imagedata: account, disk, error, http, image, quota, region, sharing, store, task, web
            catalog: account, disk, error, image, paging, quota, sharing, web
            server: account, catalog, error, image, imagedata, paging, quota, sharing, web
            importing: account, error, image, imagedata, paging, task, web
            export: account, disk, error, http, image, imagedata, paging, server, task, web
            notification: account, error, image, lease, paging, task, web
            reminder: account, error, paging, sharing, web
            cost: account, bill, error, image, server
            abuse: account, catalog, error, image, notification, paging, sharing, web
            api.json: account, catalog, disk, error, image, importing, paging, server, sharing, task, web
            api.http: account, api.json, error, http, keystone, region, web
            api: account, api.http, api.json, catalog, error, http, image, imagedata, \
            importing, paging, quota, region, reminder, server, sharing, task, web
            observability: error, http, image, region, sharing, store, web
            demo: abuse, account, catalog, export, image, imagedata, importing, notification, paging, reminder, server, sharing
            """;

    private static final Set<String> CHANGES =
            Set.of("create", "persist", "delete", "deleteById", "update", "decide", "decideConfidentially");

    @Test
    void dependencies_run_in_one_direction() {
        assertEquals(DEPENDENCIES.strip(), dependencies());
        slices().matching("dev.handshake.(**)").should().beFreeOfCycles().check(PORTAL);
    }

    /** The actual dependencies, in the order of the table above. */
    private static String dependencies() {
        List<String> order =
                DEPENDENCIES.lines().map(line -> line.split(":", 2)[0]).toList();
        Map<String, Set<String>> uses =
                new TreeMap<>(Comparator.<String>comparingInt(order::indexOf).thenComparing(Comparator.naturalOrder()));
        for (JavaClass each : PORTAL) {
            if (!each.getPackageName().equals("dev.handshake")) {
                uses.computeIfAbsent(name(each), key -> new TreeSet<>()).addAll(usedBy(each));
            }
        }
        return uses.entrySet().stream()
                .map(each -> (each.getKey() + ": " + String.join(", ", each.getValue())).strip())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> usedBy(JavaClass user) {
        return user.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(used -> used.getPackageName().startsWith("dev.handshake."))
                .map(ArchitectureTest::name)
                .filter(used -> !used.equals(name(user)))
                .collect(Collectors.toSet());
    }

    private static String name(JavaClass each) {
        return each.getPackageName().substring("dev.handshake.".length());
    }

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
    void disk_formats_need_only_the_errors_and_the_language() {
        classes()
                .that()
                .resideInAPackage("dev.handshake.disk")
                .should(onlyDependOnClassesThat(
                        resideInAnyPackage("dev.handshake.disk", "dev.handshake.error", "java..")))
                .check(PORTAL);
    }

    @Test
    void object_stores_are_known_to_the_store_alone() {
        noClasses()
                .that(resideOutsideOfPackages("dev.handshake.store"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..")
                .check(PORTAL);
    }

    @Test
    void bills_need_only_the_language() {
        classes()
                .that()
                .resideInAPackage("dev.handshake.bill")
                .should(onlyDependOnClassesThat(resideInAnyPackage("dev.handshake.bill", "java..")))
                .check(PORTAL);
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
