package dev.handshake.notice;

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
public class Unsubscriptions {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(Subscription subscription);

        static native TemplateInstance done();
    }

    private final Subscribing subscribing;

    Unsubscriptions(Subscribing subscribing) {
        this.subscribing = subscribing;
    }

    /** Asks, since mail programs open links to look at them. */
    @GET
    public TemplateInstance ask(UUID id) {
        return Templates.ask(Subscription.findById(id));
    }

    /** Also at one click in a mail program, which sends neither cookie nor origin. */
    @POST
    public TemplateInstance end(UUID id) {
        subscribing.end(id);
        return Templates.done();
    }
}
