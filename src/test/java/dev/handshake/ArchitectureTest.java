package dev.handshake;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.handshake.sharing.SharingService;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

/** The house: one direction of dependencies, and rules that know nothing of doors. */
class ArchitectureTest {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.handshake");

    @Test
    void dependencies_run_in_one_direction() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("error")
                .definedBy("dev.handshake.error")
                .layer("web")
                .definedBy("dev.handshake.web", "dev.handshake.http", "dev.handshake.paging")
                .layer("disk")
                .definedBy("dev.handshake.disk")
                .layer("store")
                .definedBy("dev.handshake.store")
                .layer("bill")
                .definedBy("dev.handshake.bill")
                .layer("region")
                .definedBy("dev.handshake.region")
                .layer("account")
                .definedBy("dev.handshake.account")
                .layer("task")
                .definedBy("dev.handshake.task")
                .layer("quota")
                .definedBy("dev.handshake.quota")
                .layer("abuse")
                .definedBy("dev.handshake.abuse")
                .layer("export")
                .definedBy("dev.handshake.export")
                .layer("importing")
                .definedBy("dev.handshake.importing")
                .layer("image")
                .definedBy(
                        "dev.handshake.image",
                        "dev.handshake.sharing",
                        "dev.handshake.imagedata",
                        "dev.handshake.catalog")
                .layer("server")
                .definedBy("dev.handshake.server")
                .layer("cost")
                .definedBy("dev.handshake.cost")
                .layer("notification")
                .definedBy("dev.handshake.notification")
                .layer("reminder")
                .definedBy("dev.handshake.reminder")
                .layer("keystone")
                .definedBy("dev.handshake.keystone")
                .layer("observability")
                .definedBy("dev.handshake.observability")
                .layer("api")
                .definedBy("dev.handshake.api..")
                .layer("demo")
                .definedBy("dev.handshake.demo")
                .whereLayer("error")
                .mayNotAccessAnyLayer()
                .whereLayer("web")
                .mayOnlyAccessLayers("error")
                .whereLayer("disk")
                .mayOnlyAccessLayers("error")
                .whereLayer("store")
                .mayNotAccessAnyLayer()
                .whereLayer("bill")
                .mayNotAccessAnyLayer()
                .whereLayer("region")
                .mayOnlyAccessLayers("error", "web")
                .whereLayer("account")
                .mayOnlyAccessLayers("error", "web", "region")
                .whereLayer("quota")
                .mayOnlyAccessLayers("error", "web", "account")
                .whereLayer("image")
                .mayOnlyAccessLayers("error", "web", "disk", "store", "region", "account", "task", "quota")
                .whereLayer("task")
                .mayOnlyAccessLayers("error", "web", "account")
                .whereLayer("abuse")
                .mayOnlyAccessLayers("error", "web", "account", "image", "notification")
                .whereLayer("export")
                .mayOnlyAccessLayers("error", "web", "disk", "account", "task", "image", "server")
                .whereLayer("importing")
                .mayOnlyAccessLayers("error", "web", "account", "task", "image")
                .whereLayer("server")
                .mayOnlyAccessLayers("error", "web", "region", "account", "image", "quota")
                .whereLayer("cost")
                .mayOnlyAccessLayers("error", "bill", "account", "image", "server")
                .whereLayer("notification")
                .mayOnlyAccessLayers("error", "web", "region", "account", "task", "image")
                .whereLayer("reminder")
                .mayOnlyAccessLayers("error", "web", "account", "image")
                .whereLayer("keystone")
                .mayOnlyAccessLayers("error", "region", "account")
                .whereLayer("observability")
                .mayOnlyAccessLayers("error", "web", "region", "image", "store")
                .whereLayer("observability")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("demo")
                .mayNotBeAccessedByAnyLayer()
                .check(PORTAL);
    }

    @Test
    void entities_and_rules_know_neither_http_nor_templates() {
        String[] doors = {"jakarta.ws.rs..", "io.quarkus.qute..", "io.vertx..", "org.jboss.resteasy.."};
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(doors)
                .check(PORTAL);
        noClasses()
                .that()
                .haveSimpleName(SharingService.class.getSimpleName())
                .or()
                .haveSimpleName("ImageService")
                .or()
                .haveSimpleName("ImageIngestService")
                .or()
                .haveSimpleName("ImageAccess")
                .or()
                .haveSimpleName("OfferEligibility")
                .or()
                .haveSimpleName("InvitationService")
                .or()
                .haveSimpleName("ImagePolicy")
                .or()
                .haveSimpleName("MembershipService")
                .or()
                .haveSimpleName("ImageCreationService")
                .or()
                .haveSimpleName("ImageUploadService")
                .or()
                .haveSimpleName("DownloadService")
                .or()
                .haveSimpleName("ImageListParams")
                .or()
                .haveSimpleName("ServerService")
                .or()
                .haveSimpleName("ServerAccess")
                .or()
                .haveSimpleName("SnapshotService")
                .or()
                .haveSimpleName("Lineage")
                .or()
                .haveSimpleName("SnapshotImageFactory")
                .or()
                .haveSimpleName("NotificationWriter")
                .or()
                .haveSimpleName("Outbox")
                .or()
                .haveSimpleName("NotificationService")
                .or()
                .haveSimpleName("SubscriptionService")
                .or()
                .haveSimpleName("MuteService")
                .or()
                .haveSimpleName("QuotaService")
                .or()
                .haveSimpleName("ReminderService")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(doors)
                .check(PORTAL);
    }

    @Test
    void disk_formats_need_only_the_refusals_and_the_language() {
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
