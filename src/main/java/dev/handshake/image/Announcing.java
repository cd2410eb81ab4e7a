package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.quota.Amounts;
import dev.handshake.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** How an image is announced whose data comes later; {@link Filling} brings that. */
@ApplicationScoped
public class Announcing {

    private final Clock clock;
    private final Provider provider;
    private final Licences licences;
    private final QuotaService quotas;

    Announcing(Clock clock, Provider provider, Licences licences, QuotaService quotas) {
        this.clock = clock;
        this.provider = provider;
        this.licences = licences;
        this.quotas = quotas;
    }

    /**
     * A new image of the actor's account, queued for its data. Unless it says otherwise it is shared, and the
     * provider's is base.
     *
     * @param wanted the id that it is to have, or null
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}; {@link Reason#ID_TAKEN};
     *     {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED}; {@link Reason#ROLE_TOO_LOW}
     */
    @Transactional
    public Described announce(Actor actor, UUID wanted, Traits traits) {
        actor.require(Role.CREATOR);
        traits.mustHaveTrueContainer();
        traits.mustNameProperties();
        UUID id = Objects.requireNonNullElseGet(wanted, UUID::randomUUID);
        quotas.require(actor.account(), actor.region(), Amounts.IMAGE);
        Image.mustBeNew(actor.region(), id);
        Image image = Image.brought(actor, id, provider.isAccountOf(actor), clock.instant());
        if (traits.visibility() != null) {
            provider.mustAllow(actor, image.visibility(), traits.visibility());
            image.open(traits.visibility());
        }
        return keep(image, actor, traits.checked());
    }

    private Described keep(Image image, Actor actor, Traits traits) {
        image.describe(traits, image.createdAt);
        licences.mark(image, traits);
        image.persist();
        Tag.replace(image, traits.tags());
        Property.replace(image, traits.properties());
        History.write(Happened.CREATED, image, null, actor, image.createdAt);
        return new Described(image, traits.tags().stream().toList(), traits.properties());
    }
}
