package dev.handshake.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * What an account is told besides what history and tasks tell; to be fired in the transaction of what it tells of.
 *
 * @param account that is told
 * @param sender the account that did it
 * @param about the id of what the notice leads to, as its topic says
 * @param words that go with it
 */
public record Word(
        String region,
        String account,
        Topic topic,
        String sender,
        UUID imageId,
        String imageName,
        UUID about,
        String words,
        Instant at) {}
