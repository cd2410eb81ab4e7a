package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.image.ImageForm;
import dev.handshake.imagedata.ImageIngestService;
import dev.handshake.sharing.ChecklistItem;
import dev.handshake.sharing.OfferTerms;
import dev.handshake.sharing.SharingService;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Creates and offers demo images through the regular services. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoImages {

    private final ImageIngestService imageIngestService;
    private final SharingService sharing;

    DemoImages(ImageIngestService imageIngestService, SharingService sharing) {
        this.imageIngestService = imageIngestService;
        this.sharing = sharing;
    }

    UUID create(Actor actor, String name, String system, InputStream file) throws IOException {
        Map<String, String> typed = Map.of(
                "name",
                name,
                "operatingSystem",
                system,
                "description",
                "A demo image. It does not boot.",
                "tags",
                "demo");
        return imageIngestService.createFrom(actor, ImageForm.parse(typed::get), file).id;
    }

    void offer(Actor actor, UUID image, String note, String... accounts) {
        OfferTerms terms = new OfferTerms(EnumSet.allOf(ChecklistItem.class), note, "images@example.com");
        sharing.offer(actor, UUID.randomUUID(), Set.of(image), List.copyOf(Arrays.asList(accounts)), terms);
    }

    void removeMember(Actor actor, UUID image, DemoUser from) {
        sharing.removeMember(actor, image, from.account.number);
    }

    /** In DFW. */
    UUID findId(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Image.<Image>find("region = ?1 and name = ?2", "DFW", name)
                        .firstResult()
                        .id);
    }
}
