package dev.handshake.provisioning;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SSH public keys for a new server, as {@code authorized_keys} has them. They go in by cloud-config user data, since
 * key pairs at the compute service belong to its users, not to accounts.
 */
public record SshKeys(List<String> lines) {

    /** In characters, of all keys. */
    public static final int MAX_LENGTH = 16 << 10;

    private static final Set<String> TYPES = Set.of(
            "ssh-ed25519",
            "ssh-rsa",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");
    private static final Pattern COMMENT = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]*");

    /**
     * @param text a key on each line; blank lines are ignored
     * @throws RefusedException {@link Reason#SSH_KEY_MALFORMED}, {@link Reason#SSH_KEYS_TOO_LONG}
     */
    public static SshKeys parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new RefusedException(Reason.SSH_KEYS_TOO_LONG, MAX_LENGTH);
        }
        List<String> lines = text.lines().map(String::strip).toList();
        for (int each = 0; each < lines.size(); each++) {
            if (!lines.get(each).isEmpty() && !isKey(lines.get(each))) {
                throw new RefusedException(Reason.SSH_KEY_MALFORMED, each + 1);
            }
        }
        return new SshKeys(lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    private static boolean isKey(String line) {
        String[] parts = line.split("\\s+", 3);
        return parts.length >= 2
                && TYPES.contains(parts[0])
                && KEY.matcher(parts[1]).matches()
                && (parts.length == 2 || COMMENT.matcher(parts[2]).matches());
    }

    /** The user data of the server in base64; null without keys. */
    String toUserData() {
        if (lines.isEmpty()) {
            return null;
        }
        String config = lines.stream()
                .map(line -> "  - '" + line.replace("'", "''") + "'\n")
                .collect(Collectors.joining("", "#cloud-config\nssh_authorized_keys:\n", ""));
        return Base64.getEncoder().encodeToString(config.getBytes(StandardCharsets.UTF_8));
    }
}
