package dev.handshake.glance;

import static dev.handshake.glance.GlanceFixture.REGION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.openstack.ServiceException;
import dev.handshake.testing.FakeGlance;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images and members of an Image service that follows the facts. */
@PortalTest
class GlanceTest {

    private static final String LIST = "/v2/images";

    @Inject
    ProjectTokens tokens;

    @Inject
    ObjectMapper json;

    private GlanceFixture fixture;
    private FakeGlance service;
    private Glance glance;

    @BeforeEach
    void start() {
        fixture = new GlanceFixture(tokens, json);
        service = fixture.service;
        glance = fixture.client;
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    @Test
    void an_image_is_as_glance_describes_it() {
        UUID id = service.addImage("owner", "Debian 12", "shared");
        service.image(id).put("size", 1L << 40).put("virtual_size", 1L << 41).put("min_disk", 5);
        service.image(id)
                .put("locations", "rbd://secret")
                .withArray("tags")
                .add("b")
                .add("a");
        GlanceImage image = glance.findImage(REGION, id).orElseThrow();
        assertEquals("Debian 12", image.name());
        assertEquals("owner", image.owner());
        assertEquals(1L << 40, image.size());
        assertEquals(1L << 41, image.virtualSize());
        assertEquals(5, image.minDisk());
        assertEquals("08d6c05a21512a79a1dfeb9d2a8f262f", image.md5());
        assertEquals("0a".repeat(64), image.sha512());
        assertEquals(List.of("a", "b"), List.copyOf(image.tags()));
        assertEquals(Map.of("os_distro", "debian"), image.properties());
        assertEquals(Optional.empty(), glance.findImage(REGION, UUID.randomUUID()));
    }

    @Test
    void every_image_is_on_one_page() {
        Set<UUID> all = new HashSet<>();
        for (int each = 0; each < 2 * Glance.PAGE_SIZE; each++) {
            all.add(service.addImage("owner", "i" + each, each % 2 == 0 ? "private" : "community"));
        }
        GlancePage first = glance.listImages(REGION, false, null);
        GlancePage second = glance.listImages(REGION, false, first.next());
        GlancePage third = glance.listImages(REGION, false, second.next());
        assertEquals(List.of(), third.images());
        assertNull(third.next());
        first.images().forEach(image -> assertTrue(all.remove(image.id())));
        second.images().forEach(image -> assertTrue(all.remove(image.id())));
        assertEquals(Set.of(), all);
    }

    @Test
    void an_image_with_huge_properties_does_not_hide_the_others() {
        Set<UUID> all = new HashSet<>();
        for (int each = 0; each < 5; each++) {
            all.add(service.addImage("owner", "i" + each, "shared"));
        }
        UUID large = all.iterator().next();
        service.image(large).put("huge", "x".repeat(5 << 20));
        assertEquals(Map.of(), glance.findImage(REGION, large).orElseThrow().properties());
        String marker = null;
        do {
            GlancePage page = glance.listImages(REGION, false, marker);
            page.images().forEach(image -> assertTrue(all.remove(image.id())));
            marker = page.next();
        } while (marker != null);
        assertEquals(Set.of(), all);
    }

    @Test
    void hidden_images_are_a_list_of_their_own() {
        UUID hidden = service.addImage("owner", "old", "shared");
        service.image(hidden).put("os_hidden", true);
        assertEquals(List.of(), glance.listImages(REGION, false, null).images());
        GlanceImage image = glance.listImages(REGION, true, null).images().get(0);
        assertEquals(hidden, image.id());
        assertTrue(image.isHidden());
    }

    @Test
    void members_are_those_of_a_shared_image() {
        UUID id = service.addImage("owner", "i", "shared");
        service.setMember(id, "c1", "pending");
        service.setMember(id, "c2", "accepted");
        service.setMember(id, " c1", "accepted"); // somebody else, and no account
        List<GlanceMember> members = glance.listMembers(REGION, id);
        assertEquals(
                List.of("c1", "c2"), members.stream().map(GlanceMember::member).toList());
        assertEquals("accepted", members.get(1).status());
        service.image(id).put("visibility", "private");
        ServiceException refused = assertThrows(ServiceException.class, () -> glance.listMembers(REGION, id));
        assertEquals(403, refused.status());
        assertEquals(
                "Not allowed to list members for image " + id + ": Only shared images have members.",
                refused.getMessage());
        service.removeImage(id);
        assertTrue(assertThrows(ServiceException.class, () -> glance.listMembers(REGION, id))
                .isNotFound());
    }

    @Test
    void without_the_role_only_public_images_are_found() {
        UUID id = service.addImage("owner", "i", "shared");
        UUID everybodys = service.addImage("provider", "j", "public");
        service.setPrivileged(false);
        List<GlanceImage> images = glance.listImages(REGION, false, null).images();
        assertEquals(List.of(everybodys), images.stream().map(GlanceImage::id).toList());
        assertEquals(Optional.empty(), glance.findImage(REGION, id));
    }

    @Test
    void a_marker_that_is_deleted_meanwhile_is_refused() {
        String gone = UUID.randomUUID().toString();
        ServiceException refused = assertThrows(ServiceException.class, () -> glance.listImages(REGION, false, gone));
        assertEquals(400, refused.status());
    }

    @Test
    void html_is_never_a_message() {
        service.failNext(LIST, 403, 1);
        ServiceException refused = assertThrows(ServiceException.class, () -> glance.listImages(REGION, false, null));
        assertEquals("status 403", refused.getMessage());
        service.failNext(LIST, 302, 1);
        assertEquals(
                302,
                assertThrows(ServiceException.class, () -> glance.listImages(REGION, false, null))
                        .status());
    }

    @Test
    void a_read_is_repeated_and_signs_in_again() {
        service.failNext(LIST, 503, 1);
        assertNotNull(glance.listImages(REGION, false, null));
        service.failNext(LIST, 401, 1);
        assertNotNull(glance.listImages(REGION, false, null));
        assertEquals(4, service.calls().size());
        assertEquals(
                2,
                fixture.meters
                        .get("handshake.glance.calls")
                        .tags("region", REGION, "route", "/v2/images", "status", "200")
                        .timer()
                        .count());
    }
}
