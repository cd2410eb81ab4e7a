package dev.handshake.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a server as its keys. */
class SshKeysTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    @Test
    void keys_become_cloud_config() {
        SshKeys keys = SshKeys.parse("\n" + KEY + "\r\n  " + KEY + " kim's desk: #1 \n");
        assertEquals(
                "#cloud-config\nssh_authorized_keys:\n  - '" + KEY + "'\n  - '" + KEY + " kim''s desk: #1'\n",
                new String(Base64.getDecoder().decode(keys.toUserData()), StandardCharsets.UTF_8));
        assertNull(SshKeys.parse(" \n").toUserData());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-ed25519",
                "ssh-dss AAAAC3NzaC1lZDI1NTE5AAAA",
                "command=\"sh\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA gol\u202eden",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA a\u0007b",
                "ssh-ed25519 AAAA'\nruncmd: [sh]",
                "-----BEGIN OPENSSH PRIVATE KEY-----"
            })
    void anything_else_is_refused(String text) {
        assertEquals(
                Reason.SSH_KEY_MALFORMED,
                assertThrows(RefusedException.class, () -> SshKeys.parse(text)).reason());
    }

    @Test
    void there_is_a_limit() {
        String many = (KEY + "\n").repeat(300);
        assertEquals(
                Reason.SSH_KEYS_TOO_LONG,
                assertThrows(RefusedException.class, () -> SshKeys.parse(many)).reason());
    }
}
