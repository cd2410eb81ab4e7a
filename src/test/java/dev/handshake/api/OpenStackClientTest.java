package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.image.v2.ImageService;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.model.common.Payloads;
import org.openstack4j.model.image.v2.ContainerFormat;
import org.openstack4j.model.image.v2.DiskFormat;
import org.openstack4j.model.image.v2.Image;
import org.openstack4j.model.image.v2.Image.ImageStatus;
import org.openstack4j.model.image.v2.Member.MemberStatus;
import org.openstack4j.openstack.OSFactory;

/** An independent client, openstack4j, signs in at Keystone and runs the whole sharing workflow. */
@PortalTest
class OpenStackClientTest {

    private final FakeKeystone keystone =
            new FakeKeystone().withEndpoint("image", "DFW", "public", TestUser.baseUrl() + "/DFW");
    private final String producer = Cast.newAccountNumber();
    private final String consumer = Cast.newAccountNumber();

    @AfterEach
    void stopKeystone() {
        keystone.close();
    }

    @Test
    void openstack4j_plays_the_handshake() {
        byte[] disk = DiskFiles.qcow2(1L << 30);
        String image = create(disk);
        assertEquals(
                MemberStatus.PENDING,
                images(producer).createMember(image, consumer).getStatus());
        assertFalse(lists(consumer, image, Map.of()));
        assertTrue(lists(consumer, image, Map.of("visibility", "shared", "member_status", "pending")));
        assertEquals(
                MemberStatus.ACCEPTED,
                images(consumer)
                        .updateMember(image, consumer, MemberStatus.ACCEPTED)
                        .getStatus());
        assertTrue(lists(consumer, image, Map.of()));
        assertEquals(consumer, images(producer).listMembers(image).get(0).getMemberId());
        assertEquals(
                MemberStatus.REJECTED,
                images(consumer)
                        .updateMember(image, consumer, MemberStatus.REJECTED)
                        .getStatus());
        assertFalse(lists(consumer, image, Map.of()));
        assertEquals(
                MemberStatus.REJECTED,
                images(producer).getMember(image, consumer).getStatus());
        assertTrue(images(producer).deleteMember(image, consumer).isSuccess());
        assertEquals(null, images(consumer).get(image));
        assertTrue(images(producer).delete(image).isSuccess());
    }

    private String create(byte[] disk) {
        ImageService images = images(producer);
        Image image = images.create(Builders.imageV2()
                .name("golden")
                .containerFormat(ContainerFormat.BARE)
                .diskFormat(DiskFormat.QCOW2)
                .build());
        assertEquals(ImageStatus.QUEUED, image.getStatus());
        assertTrue(images.upload(image.getId(), Payloads.create(new ByteArrayInputStream(disk)), image)
                .isSuccess());
        assertEquals(ImageStatus.ACTIVE, images.get(image.getId()).getStatus());
        assertEquals((long) disk.length, images.get(image.getId()).getSize());
        return image.getId();
    }

    private boolean lists(String project, String image, Map<String, String> filter) {
        List<? extends Image> found = images(project).list(filter);
        return found.stream().anyMatch(each -> each.getId().equals(image));
    }

    private ImageService images(String project) {
        OSClientV3 client = OSFactory.builderV3()
                .endpoint(keystone.url())
                .credentials(project, "member", Identifier.byId("default"))
                .scopeToProject(Identifier.byId(project))
                .authenticate();
        return client.imagesV2();
    }
}
