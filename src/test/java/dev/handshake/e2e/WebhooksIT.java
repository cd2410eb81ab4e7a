package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin adds a webhook, watches its deliveries, renews its secret and removes it. */
@ExtendWith(BrowserEnvironmentExtension.class)
class WebhooksIT {

    private final BrowserEnvironment browserEnvironment;
    private final BrowserUser nora;

    WebhooksIT(BrowserEnvironment browserEnvironment) {
        this.browserEnvironment = browserEnvironment;
        this.nora = browserEnvironment.user("nora");
    }

    @Test
    void a_delivery_appears_by_itself_and_questions_are_asked_in_a_dialog() {
        String url = browserEnvironment.mirror().url("/hooks/nora/ok");
        nora.opens("/DFW/notifications/settings").follows("Webhooks").sees("No webhooks yet");
        nora.types("URL", "ftp://hooks.example.com/").presses("Add webhook").sees("Only http and https URLs");
        nora.types("URL", url).presses("Add webhook").sees("Webhook added.", "whsec_", "None yet");
        String webhook = nora.path();
        nora.presses("Send test event").sees("on its way").awaits("Delivered").sees("webhook.test", "answered 204");
        nora.opens(webhook).doesNotSee("whsec_");
        opensDialog("New secret…");
        nora.sees("Create a new signing secret?").presses("Create secret");
        nora.isOn(webhook).sees("For 24 hours the previous secret signs too.", "whsec_", "Previous secret");
        opensDialog("Remove…");
        nora.tab().link("Cancel").click();
        assertThat(nora.tab().link("Remove…")).isFocused();
        opensDialog("Remove…");
        nora.isOn(webhook).sees("Remove this webhook?").presses("Remove webhook");
        nora.sees("The webhook is removed.", "No webhooks yet");
    }

    @Test
    void without_script_the_questions_are_pages() {
        BrowserUser visitor = browserEnvironment.newUserWithoutScript("nora").signsIn("/ORD/webhooks");
        visitor.types("URL", browserEnvironment.mirror().url("/hooks/pages/broken"))
                .presses("Add webhook");
        String webhook = visitor.path();
        visitor.presses("Send test event").follows("New secret…").isOn(webhook + "/secrets");
        visitor.follows("Cancel").isOn(webhook).follows("Remove…").isOn(webhook + "/removal");
        visitor.presses("Remove webhook").sees("No webhooks yet");
    }

    private void opensDialog(String link) {
        nora.tab().link(link).click();
        assertThat(nora.tab().all("dialog[open]")).isVisible();
    }
}
