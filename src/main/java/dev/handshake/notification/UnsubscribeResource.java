package dev.handshake.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/**
 * {@code /unsubscriptions/{id}}: where the link in each mail leads, open to whoever has it. What is no subscription any
 * more gets the same answers as one that is, but for the address.
 */
@Path("/unsubscriptions/{id}")
@PermitAll
public class UnsubscribeResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(Subscription subscription);

        static native TemplateInstance done();
    }

    private final SubscriptionService subscriptions;

    UnsubscribeResource(SubscriptionService subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Asks, since mail programs open links to look at them. */
    @GET
    public TemplateInstance confirm(UUID id) {
        return Templates.ask(Subscription.findById(id));
    }

    /** Also at one click in a mail program, which sends neither cookie nor origin. */
    @POST
    public TemplateInstance unsubscribe(UUID id) {
        subscriptions.unsubscribe(id);
        return Templates.done();
    }
}
