package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.image.Consideration;
import dev.handshake.image.Sharing;
import dev.handshake.image.Terms;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Offers as the people of the demo make them. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoOffers {

    private final Sharing sharing;

    DemoOffers(Sharing sharing) {
        this.sharing = sharing;
    }

    void make(Actor by, UUID image, String note, String... accounts) {
        Terms terms = new Terms(EnumSet.allOf(Consideration.class), note, "images@example.com");
        sharing.offer(by, UUID.randomUUID(), Set.of(image), List.of(accounts), terms);
    }

    void takeBack(Actor by, UUID image, DemoPerson from) {
        sharing.remove(by, image, from.account.number);
    }
}
