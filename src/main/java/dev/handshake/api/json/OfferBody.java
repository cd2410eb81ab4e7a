package dev.handshake.api.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.handshake.sharing.Membership;
import dev.handshake.web.Formats;

/** The JSON of an offer in the list across all images: a member with the image's name. */
@JsonPropertyOrder({"member_id", "image_id", "image_name", "status", "created_at", "updated_at"})
public record OfferBody(
        @JsonProperty("member_id") String memberId,
        @JsonProperty("image_id") String imageId,
        @JsonProperty("image_name") String imageName,
        String status,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt) {

    public static OfferBody of(Membership offer) {
        return new OfferBody(
                offer.member,
                offer.imageId.toString(),
                offer.image.name,
                offer.ownerStatus().label(),
                Formats.iso(offer.offeredAt),
                Formats.iso(offer.ownerUpdatedAt()));
    }
}
