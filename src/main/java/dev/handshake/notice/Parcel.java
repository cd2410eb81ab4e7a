package dev.handshake.notice;

import java.util.List;
import java.util.UUID;

/**
 * Notices that go to one address in one mail, in the hands of one replica.
 *
 * @param message the mail's own id, the same at every try
 * @param runner this try's
 */
record Parcel(UUID message, UUID runner, Subscription to, List<Notice> notices) {}
