package dev.handshake.sharing;

import dev.handshake.error.Reason;
import dev.handshake.image.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Preview of an offer: every image with every pasted account number. Nothing is stored yet.
 *
 * @param suspended the images left out because the provider suspended them
 */
record OfferReview(List<ReviewSection> sections, List<Image> suspended) {

    /** What becomes of one account number, in the order of a summary. */
    enum Verdict {
        NEW("new"),
        OVER_LIMIT("over the limit"),
        INVALID("not an account number"),
        YOURS("yours"),
        MEMBER("already a member"),
        REPEATED("repeated");

        private final String label;

        Verdict(String words) {
            this.label = words;
        }

        /** Whether it needs no attention. */
        private boolean isFine() {
            return this == NEW || this == REPEATED;
        }

        private String counted(long number) {
            return number + " " + (number > 1 && this == INVALID ? "not account numbers" : label);
        }
    }

    /**
     * One image.
     *
     * @param members the number of members it has now
     */
    record ReviewSection(Image image, int members, List<ReviewLine> lines) {

        public long offers() {
            return lines.stream().filter(ReviewLine::isNew).count();
        }

        /** The lines by verdict: those that need attention first. */
        public List<ReviewGroup> groups() {
            return Stream.of(Verdict.values())
                    .map(verdict -> new ReviewGroup(
                            verdict,
                            lines.stream()
                                    .filter(line -> line.verdict() == verdict)
                                    .toList()))
                    .filter(group -> !group.lines.isEmpty())
                    .sorted(Comparator.comparing(group -> group.verdict.isFine()))
                    .toList();
        }

        public String counts() {
            return summarize(lines);
        }
    }

    /** The lines of one verdict. */
    record ReviewGroup(Verdict verdict, List<ReviewLine> lines) {

        private static final int MAX_UNFOLDED = 10;

        public boolean isFolded() {
            return lines.size() > MAX_UNFOLDED;
        }

        public String counts() {
            return verdict.counted(lines.size());
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
            return verdict() == Verdict.NEW;
        }

        Verdict verdict() {
            if (repeated) {
                return Verdict.REPEATED;
            }
            if (status != null) {
                return Verdict.MEMBER;
            }
            return refusal == null
                    ? Verdict.NEW
                    : switch (refusal) {
                        case OWN_ACCOUNT -> Verdict.YOURS;
                        case MEMBER_QUOTA_EXCEEDED -> Verdict.OVER_LIMIT;
                        default -> Verdict.INVALID;
                    };
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

    /** Such as {@code 125 new · 15 over the limit · 1 yours · 3 repeated}, over all images. */
    public String counts() {
        return summarize(
                sections.stream().flatMap(section -> section.lines().stream()).toList());
    }

    private static String summarize(List<ReviewLine> lines) {
        Map<Verdict, Long> counts = lines.stream()
                .collect(Collectors.groupingBy(
                        ReviewLine::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> each.getKey().counted(each.getValue()))
                .collect(Collectors.joining(" · "));
    }

    public long offers() {
        return sections.stream().mapToLong(ReviewSection::offers).sum();
    }
}
