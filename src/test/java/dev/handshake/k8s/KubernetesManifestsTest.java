package dev.handshake.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Kubernetes manifests; {@code .ci/run} also renders both overlays, which {@link KustomizeOverlaysTest} checks. */
class KubernetesManifestsTest {

    private static final Path BASE = Path.of("k8s/base");

    @Test
    void every_object_is_one_that_kubernetes_takes() throws IOException {
        for (Path file : objects()) {
            for (JsonNode document : ManifestParser.parseDocuments(Files.readString(file))) {
                assertEquals("handshake", document.at("/metadata/name").asText(), file.toString());
                ManifestParser.toObject(document);
            }
        }
    }

    @Test
    void a_field_that_is_misspelt_is_seen() throws IOException {
        String deployment = Files.readString(BASE.resolve("deployment.yaml"));
        for (String field : List.of("readOnlyRootFilesystem", "periodSeconds", "topologyKey", "strategy", "drop")) {
            assertTrue(deployment.contains(field + ":"), field);
            String misspelt = deployment.replace(field + ":", field + "s:");
            JsonNode document = ManifestParser.parseDocuments(misspelt).get(0);
            assertThrows(IOException.class, () -> ManifestParser.toObject(document), field);
        }
    }

    @Test
    void no_file_is_forgotten() throws IOException {
        for (Path folder : List.of(BASE, Path.of("k8s/overlays/local"), Path.of("k8s/overlays/prod"))) {
            String kustomization = Files.readString(folder.resolve("kustomization.yaml"));
            for (Path file : files(folder)) {
                String name = file.getFileName().toString();
                assertTrue(name.equals("kustomization.yaml") || kustomization.contains(name), file.toString());
            }
        }
    }

    @Test
    void the_portal_runs_as_nobody_with_nothing_to_write_to_but_its_temporary_folder() throws IOException {
        PodSpec pod = pod();
        Container portal = pod.getContainers().get(0);
        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertEquals(
                "RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
        assertEquals(false, pod.getAutomountServiceAccountToken());
        assertTrue(portal.getSecurityContext().getReadOnlyRootFilesystem());
        assertEquals(
                List.of("ALL"), portal.getSecurityContext().getCapabilities().getDrop());
        assertEquals("/tmp", portal.getVolumeMounts().get(0).getMountPath());
        assertTrue(Files.readString(Path.of("src/main/docker/Dockerfile")).contains("java.io.tmpdir=/tmp"));
    }

    @Test
    void probes_ask_at_the_management_port() throws IOException {
        Container portal = pod().getContainers().get(0);
        Set<String> asked = new TreeSet<>();
        Stream.of(portal.getStartupProbe(), portal.getReadinessProbe(), portal.getLivenessProbe())
                .map(probe -> probe.getHttpGet())
                .forEach(get -> asked.add(get.getPort().getStrVal() + get.getPath()));
        assertEquals(
                Set.of("management/q/health/live", "management/q/health/ready", "management/q/health/started"), asked);
    }

    private static PodSpec pod() throws IOException {
        String yaml = Files.readString(BASE.resolve("deployment.yaml"));
        Deployment deployment = (Deployment)
                ManifestParser.toObject(ManifestParser.parseDocuments(yaml).get(0));
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static List<Path> objects() throws IOException {
        return files(Path.of("k8s")).stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
