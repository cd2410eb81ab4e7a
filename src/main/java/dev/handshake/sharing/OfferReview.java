package dev.handshake.sharing;

import dev.handshake.error.Reason;
import dev.handshake.image.Image;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Preview of an offer: every image with every pasted account number. Nothing is stored yet.
 *
 * @param suspended the images left out because the provider suspended them
 */
record OfferReview(List<ReviewSection> sections, List<Image> suspended) {

    /**
     * One image.
     *
     * @param members the number of members it has now
     */
    record ReviewSection(Image image, int members, List<ReviewLine> lines) {

        public long offers() {
            return lines.stream().filter(ReviewLine::isNew).count();
        }
    }

    /**
     * One pasted account number.
     *
     * @param status the number's current status as a member, or null
     * @param refusal why the image cannot be offered to it, or null
     * @param repeated whether it also appears earlier in the text
     */
    record ReviewLine(String number, MembershipStatus status, Reason refusal, boolean repeated) {

        public boolean isNew() {
            return refusal == null && !repeated;
        }
    }

    static OfferReview of(
            List<String> pasted, List<Image> images, Map<UUID, OfferEligibility> eligibility, List<Image> suspended) {
        List<ReviewSection> sections = images.stream()
                .map(image -> section(pasted, image, eligibility.get(image.id)))
                .toList();
        return new OfferReview(sections, suspended);
    }

    private static ReviewSection section(List<String> pasted, Image image, OfferEligibility offerEligibility) {
        int members = offerEligibility.memberCount();
        Set<String> seen = new HashSet<>();
        List<ReviewLine> lines = new ArrayList<>();
        for (String number : pasted) {
            lines.add(seen.add(number) ? line(number, offerEligibility) : new ReviewLine(number, null, null, true));
        }
        return new ReviewSection(image, members, lines);
    }

    private static ReviewLine line(String number, OfferEligibility offerEligibility) {
        ReviewLine line =
                new ReviewLine(number, offerEligibility.status(number), offerEligibility.refusal(number), false);
        if (line.isNew()) {
            offerEligibility.addPending(number);
        }
        return line;
    }

    /** The distinct account numbers that at least one image can be offered to, in the order pasted. */
    public Set<String> numbers() {
        Set<String> numbers = new LinkedHashSet<>();
        sections.forEach(section -> section.lines().stream()
                .filter(ReviewLine::isNew)
                .map(ReviewLine::number)
                .forEach(numbers::add));
        return numbers;
    }

    public long offers() {
        return sections.stream().mapToLong(ReviewSection::offers).sum();
    }
}
