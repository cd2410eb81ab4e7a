package dev.handshake.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What {@code kubectl apply -k} would send for each overlay, rendered with the {@code kubectl} in {@code KUBECTL}. */
class KustomizeOverlaysTest {

    private static final String KUBECTL = System.getenv().getOrDefault("KUBECTL", "kubectl");

    @Test
    @EnabledIf("isInstalled")
    void kubernetes_takes_each_overlay_as_it_is_rendered() throws IOException, InterruptedException {
        assertEquals(7, kinds("local").size());
        assertEquals(8, kinds("prod").size());
        assertTrue(kinds("prod").contains("Ingress"));
    }

    private static List<String> kinds(String overlay) throws IOException, InterruptedException {
        List<String> kinds = new ArrayList<>();
        for (JsonNode document : ManifestParser.parseDocuments(run("kustomize", "k8s/overlays/" + overlay))) {
            ManifestParser.toObject(document);
            kinds.add(document.path("kind").asText());
        }
        return kinds;
    }

    static boolean isInstalled() throws InterruptedException {
        try {
            return run("version", "--client").contains("Version");
        } catch (IOException none) {
            System.err.println("No kubectl: the overlays are not rendered. Set KUBECTL to one of 1.27 or newer");
            return false;
        }
    }

    private static String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(KUBECTL));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), String.join(" ", command));
        return said;
    }
}
