package dev.handshake.image;

import dev.handshake.error.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an offer would do, before anything is done: each image with each number as pasted. */
record Review(List<Section> sections) {

    /**
     * One image.
     *
     * @param members how many it has now
     */
    record Section(Image image, int members, List<Line> lines) {

        public long offers() {
            return lines.stream().filter(Line::isNew).count();
        }
    }

    /**
     * One number as pasted.
     *
     * @param status where it stands already, or null
     * @param refusal why it cannot be offered the image, or null
     * @param repeated whether it stands further up in the text as well
     */
    record Line(String number, MembershipStatus status, Reason refusal, boolean repeated) {

        public boolean isNew() {
            return refusal == null && !repeated;
        }
    }

    static Review of(List<String> pasted, List<Image> images, Map<UUID, Roster> rosters) {
        return new Review(images.stream()
                .map(image -> section(pasted, image, rosters.get(image.id)))
                .toList());
    }

    private static Section section(List<String> pasted, Image image, Roster roster) {
        int members = roster.size();
        Set<String> seen = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (String number : pasted) {
            lines.add(seen.add(number) ? line(number, roster) : new Line(number, null, null, true));
        }
        return new Section(image, members, lines);
    }

    private static Line line(String number, Roster roster) {
        Line line = new Line(number, roster.status(number), roster.refusal(number), false);
        if (line.isNew()) {
            roster.expect(number);
        }
        return line;
    }

    /** The numbers that at least one image can be offered to, each once, in the order pasted. */
    public Set<String> numbers() {
        Set<String> numbers = new LinkedHashSet<>();
        sections.forEach(section ->
                section.lines().stream().filter(Line::isNew).map(Line::number).forEach(numbers::add));
        return numbers;
    }

    public long offers() {
        return sections.stream().mapToLong(Section::offers).sum();
    }
}
