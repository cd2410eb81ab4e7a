package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.image.Consideration;
import dev.handshake.image.Details;
import dev.handshake.image.Image;
import dev.handshake.image.Intake;
import dev.handshake.image.Sharing;
import dev.handshake.image.Terms;
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

/** How demo images come in and are offered: by the same rules as any other. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoImages {

    private final Intake intake;
    private final Sharing sharing;

    DemoImages(Intake intake, Sharing sharing) {
        this.intake = intake;
        this.sharing = sharing;
    }

    UUID bring(Actor actor, String name, String system, InputStream file) throws IOException {
        Map<String, String> typed = Map.of(
                "name",
                name,
                "operatingSystem",
                system,
                "description",
                "A demo image: it boots nothing.",
                "tags",
                "demo");
        return intake.bring(actor, Details.typed(typed::get), file).id;
    }

    void offer(Actor actor, UUID image, String note, String... accounts) {
        Terms terms = new Terms(EnumSet.allOf(Consideration.class), note, "images@example.com");
        sharing.offer(actor, UUID.randomUUID(), Set.of(image), List.copyOf(Arrays.asList(accounts)), terms);
    }

    void takeBack(Actor actor, UUID image, DemoPerson from) {
        sharing.remove(actor, image, from.account.number);
    }

    /** In DFW. */
    UUID named(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Image.<Image>find("region = ?1 and name = ?2", "DFW", name)
                        .firstResult()
                        .id);
    }
}
