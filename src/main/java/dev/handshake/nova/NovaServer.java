package dev.handshake.nova;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A server as the compute service has it. Texts are whatever people typed there, bounded.
 *
 * @param status Nova's word, such as ACTIVE
 * @param taskState what is being done with it; empty if nothing
 * @param fault why it failed; empty unless it did
 * @param image what it was last built from; null if it boots from a volume
 * @param flavor a copy, as it was; its id is empty
 * @param updated when it last changed, by Nova's clock
 */
public record NovaServer(
        UUID id,
        String name,
        String status,
        String taskState,
        String fault,
        UUID image,
        NovaFlavor flavor,
        Instant created,
        Instant updated,
        List<String> tags) {}
