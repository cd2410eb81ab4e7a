package dev.handshake;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.handshake.ArchitectureTest.PORTAL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Packages depend on each other in one direction. */
class PackageDependenciesTest {

    /** The allowed dependencies of each package, only on packages above it. A new line here is a design decision. */
    private static final String DEPENDENCIES = """
            config:
            error:
            bill:
            store: config
            web: config, error
            disk: error
            paging: error, web
            csv: paging
            http: config, error, web
            connection:
            lease:
            region: config
            account: config, error, http, paging, region, web
            keystone: account, config, region
            openstack: config, keystone, web
            glance: config, keystone, openstack, region, web
            nova: config, keystone, openstack, region, web
            quota: account, config, error, web
            task: account, config, error, lease, paging, web
            image: account, disk, error, paging, web
            sharing: account, config, csv, error, http, image, paging, web
            imagedata: account, disk, error, http, image, quota, region, sharing, store, task, web
            catalog: account, csv, disk, error, image, imagedata, paging, quota, sharing, task, web
            server: account, config, error, image, imagedata, paging, quota, sharing, web
            compute: account, catalog, error, image, server, sharing
            provisioning: account, compute, config, error, image, keystone, lease, nova, openstack, quota, server, sharing, web
            server.pages: account, catalog, error, image, nova, paging, provisioning, server, sharing, web
            outbound: config, error, web
            importing: account, config, error, image, imagedata, outbound, paging, task, web
            export: account, config, disk, error, http, image, imagedata, paging, server, task, web
            notification: account, config, error, image, lease, paging, task, web
            webhook: account, config, error, image, lease, notification, outbound, quota, region, web
            reminder: account, config, error, image, paging, sharing, web
            invitation: account, csv, error, image, paging, reminder, sharing, web
            cost: account, bill, config, csv, error, image, server
            abuse: account, catalog, error, image, notification, paging, server, sharing, web
            imagesync: account, config, disk, error, glance, image, imagedata, keystone, lease, openstack, sharing, web
            live: account, error, nova, paging
            search: account, catalog, image, paging, sharing, web
            api.json: account, catalog, compute, disk, error, image, importing, paging, server, sharing, task, web
            api.http: account, api.json, config, error, http, keystone, region, web
            api: account, api.http, api.json, catalog, compute, error, http, image, imagedata, \
            importing, paging, provisioning, quota, region, reminder, server, sharing, task, web
            observability: config, error, http, image, region, sharing, store, web, webhook
            demo: abuse, account, catalog, config, export, image, imagedata, importing, notification, paging, reminder, server, sharing
            """;

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
                .map(PackageDependenciesTest::name)
                .filter(used -> !used.equals(name(user)))
                .collect(Collectors.toSet());
    }

    private static String name(JavaClass each) {
        return each.getPackageName().substring("dev.handshake.".length());
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
    void message_brokers_are_known_to_the_client_of_glance_alone() {
        noClasses()
                .that(resideOutsideOfPackages("dev.handshake.glance"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.rabbitmq..")
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
}
