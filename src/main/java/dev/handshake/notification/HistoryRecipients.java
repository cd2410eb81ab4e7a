package dev.handshake.notification;

import dev.handshake.image.HistoryEntry;
import java.util.stream.Stream;

/** Which accounts an entry of the history concerns. */
public final class HistoryRecipients {

    private HistoryRecipients() {}

    /**
     * Including the account that caused it, if it is a party. Events about the image itself have one history entry for
     * the owner and one for each member.
     */
    public static Stream<String> of(HistoryEntry line) {
        return switch (line.eventType) {
            case CREATED -> Stream.empty();
            case DELETED, DEACTIVATED, REACTIVATED, SUSPENDED, LIFTED ->
                Stream.of(line.member == null ? line.owner : line.member);
            case OFFERED, ACCEPTED, REJECTED, RECONSIDERED, REMINDED, REMOVED, UNDONE ->
                line.memberOnly ? Stream.of(line.member) : Stream.of(line.owner, line.member);
        };
    }
}
