package dev.handshake.webhook;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import dev.handshake.webhook.WebhookService.SecretShown;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /{region}/webhooks}: the account's webhooks and the last deliveries of each. */
@Path("/{region}/webhooks")
@Authenticated
public class WebhooksResource {

    private static final int SHOWN_DELIVERIES = 50;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor, List<Webhook> webhooks, int most, boolean hasRoom, String url, String error);

        static native TemplateInstance show(
                Actor actor,
                Webhook webhook,
                boolean isPreviousSigning,
                List<WebhookDelivery> deliveries,
                boolean isSending,
                int kept);

        static native TemplateInstance removal(Actor actor, Webhook webhook);

        static native TemplateInstance secret(Actor actor, Webhook webhook, boolean isPreviousSigning);
    }

    private final CurrentUser current;
    private final WebhookService webhooks;
    private final WebhookConfig config;
    private final Flash flash;
    private final Forms forms;

    WebhooksResource(CurrentUser current, WebhookService webhooks, WebhookConfig config, Flash flash, Forms forms) {
        this.current = current;
        this.webhooks = webhooks;
        this.config = config;
        this.flash = flash;
        this.forms = forms;
    }

    @GET
    public TemplateInstance list(String region) {
        return list(current.actorIn(region), "", null);
    }

    private TemplateInstance list(Actor actor, String url, String error) {
        List<Webhook> own = webhooks.list(actor);
        int most = config.maxPerAccount();
        return Templates.list(actor, own, most, own.size() < most, url, error);
    }

    @POST
    public Response add(String region, @RestForm String url) {
        Actor actor = current.actorIn(region);
        actor.require(Role.ADMIN);
        forms.onRefusal(no ->
                Forms.showAgain(list(actor, Text.truncate(Webhook.MAX_URL_LENGTH, Text.clean(url)), no.message())));
        return showSecret("Webhook added.", webhooks.add(actor, url));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(String region, UUID id) {
        Actor actor = current.actorIn(region);
        Webhook webhook = webhooks.get(actor, id);
        List<WebhookDelivery> deliveries = WebhookQueries.listNewest(webhook, 0, SHOWN_DELIVERIES);
        return Templates.show(
                actor,
                webhook,
                webhooks.isPreviousSigning(webhook),
                deliveries,
                webhooks.isSending(webhook, deliveries),
                config.maxDeliveries());
    }

    @GET
    @Path("{id}/removal")
    public TemplateInstance askToRemove(String region, UUID id) {
        Actor actor = current.actorIn(region);
        return Templates.removal(actor, webhooks.getToChange(actor, id));
    }

    @POST
    @Path("{id}/removal")
    public Response remove(String region, UUID id) {
        webhooks.remove(current.actorIn(region), id);
        return flash.to(Urls.webhooks(region), "The webhook is removed.");
    }

    @GET
    @Path("{id}/secrets")
    public TemplateInstance askToReplaceSecret(String region, UUID id) {
        Actor actor = current.actorIn(region);
        Webhook webhook = webhooks.getToChange(actor, id);
        return Templates.secret(actor, webhook, webhooks.isPreviousSigning(webhook));
    }

    @POST
    @Path("{id}/secrets")
    public Response replaceSecret(String region, UUID id) {
        return showSecret(
                "For 24 hours the previous secret signs too.", webhooks.replaceSecret(current.actorIn(region), id));
    }

    private Response showSecret(String what, SecretShown shown) {
        Webhook webhook = shown.webhook();
        String secret = " Copy the signing secret now; it is not shown again: " + shown.secret();
        return flash.to(Urls.webhook(webhook.region, webhook.id), what + secret);
    }

    @POST
    @Path("{id}/activation")
    public Response switchOn(String region, UUID id) {
        webhooks.switchOn(current.actorIn(region), id);
        return flash.to(Urls.webhook(region, id), "The webhook is switched on.");
    }

    @POST
    @Path("{id}/tests")
    public Response sendTest(String region, UUID id) {
        webhooks.sendTest(current.actorIn(region), id);
        return flash.to(Urls.webhook(region, id), "A test event is on its way. What becomes of it is listed below.");
    }

    @POST
    @Path("{id}/deliveries/{delivery}/resends")
    public Response resend(String region, UUID id, UUID delivery) {
        webhooks.resend(current.actorIn(region), id, delivery);
        return flash.to(Urls.webhook(region, id), "The delivery is sent again.");
    }
}
