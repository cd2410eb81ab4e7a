package dev.handshake.api.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.handshake.account.Actor;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.web.Formats;
import java.time.Instant;

/** The JSON of a member. */
@JsonPropertyOrder({"member_id", "image_id", "status", "created_at", "updated_at", "schema"})
public record MemberBody(
        @JsonProperty("member_id") String memberId,
        @JsonProperty("image_id") String imageId,
        String status,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        String schema) {

    /** The owner sees the status shown to owners; the consumer and operators see the real one. */
    public static MemberBody of(Actor reader, Membership membership) {
        boolean isOwner = membership.owner.equals(reader.account());
        MembershipStatus status = isOwner ? membership.ownerStatus() : membership.status();
        Instant updatedAt = isOwner ? membership.ownerUpdatedAt() : membership.updatedAt();
        return new MemberBody(
                membership.member,
                membership.imageId.toString(),
                status.label(),
                Formats.iso(membership.offeredAt),
                Formats.iso(updatedAt),
                "/v2/schemas/member");
    }
}
