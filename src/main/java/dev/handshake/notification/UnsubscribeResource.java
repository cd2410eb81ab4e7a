package dev.handshake.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/**
 * {@code /unsubscriptions/{id}}: the unsubscribe link in each mail, which works without sign-in. An unknown id gets the
 * same responses as a known one, apart from the address.
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

    /** Asks for confirmation, since mail programs prefetch links. */
    @GET
    public TemplateInstance confirm(UUID id) {
        return Templates.ask(Subscription.findById(id));
    }

    /** Also serves one-click unsubscription by mail programs, which send neither cookie nor origin. */
    @POST
    public TemplateInstance unsubscribe(UUID id) {
        subscriptions.unsubscribe(id);
        return Templates.done();
    }
}
