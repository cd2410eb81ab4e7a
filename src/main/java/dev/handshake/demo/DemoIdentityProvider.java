package dev.handshake.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** The OIDC provider of dev mode: a real authorization code flow, without passwords. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoIdentityProvider {

    private final int port;
    private MockOAuth2Server provider;

    DemoIdentityProvider(DemoConfig config) {
        this.port = config.signInPort();
    }

    void start(@Observes StartupEvent start) throws IOException {
        Path page = Files.createTempFile("sign-in", ".html");
        page.toFile().deleteOnExit();
        Files.writeString(page, DemoSignInPage.html());
        provider = new MockOAuth2Server(OAuth2Config.Companion.fromJson(
                "{\"interactiveLogin\":true,\"loginPagePath\":\"%s\",\"tokenCallbacks\":[%s]}"
                        .formatted(page, clientCredentialsCallback())));
        provider.start(InetAddress.getLoopbackAddress(), port);
    }

    /** For scripts: {@code grant_type=client_credentials} returns a token of the demo user named by the client id. */
    private static String clientCredentialsCallback() {
        String people = Arrays.stream(DemoUser.values())
                .map(DemoIdentityProvider::requestMapping)
                .collect(Collectors.joining(","));
        return "{\"issuerId\":\"demo\",\"tokenExpiry\":28800,\"requestMappings\":[%s]}".formatted(people);
    }

    private static String requestMapping(DemoUser person) {
        String claims = person.toClaimsJson()
                .replaceFirst("\\{", "{\"sub\":\"" + person.fullName + "\",\"aud\":[\"handshake-api\"],");
        return "{\"requestParam\":\"client_id\",\"match\":\"%s\",\"claims\":%s}"
                .formatted(person.name().toLowerCase(Locale.ROOT), claims);
    }

    @PreDestroy
    void stop() {
        provider.shutdown();
    }
}
