package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.handshake.image.Membership;
import dev.handshake.web.Formats;

/** A member as clients know it. */
@JsonPropertyOrder({"member_id", "image_id", "status", "created_at", "updated_at", "schema"})
record MemberBody(
        @JsonProperty("member_id") String memberId,
        @JsonProperty("image_id") String imageId,
        String status,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        String schema) {

    static MemberBody of(Membership membership) {
        return new MemberBody(
                membership.member,
                membership.imageId.toString(),
                membership.status().word(),
                Formats.iso(membership.offeredAt),
                Formats.iso(membership.updatedAt()),
                "/v2/schemas/member");
    }
}
