package dev.handshake.sharing;

import dev.handshake.image.Image;
import dev.handshake.web.Formats;
import dev.handshake.web.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a removal takes away.
 *
 * @param rows by image
 */
record RemovalReview(List<MemberRow> rows) {

    /** From so many on, their number is typed to confirm. */
    private static final int TYPED_FROM = 10;

    public Map<Image, List<MemberRow>> byImage() {
        Map<Image, List<MemberRow>> byImage = new LinkedHashMap<>();
        rows.forEach(row -> byImage.computeIfAbsent(row.membership().image, image -> new ArrayList<>())
                .add(row));
        return byImage;
    }

    public boolean isTyped() {
        return rows.size() >= TYPED_FROM;
    }

    boolean isConfirmedBy(String typed) {
        return !isTyped() || Text.clean(typed).equals(String.valueOf(rows.size()));
    }

    /** A pending offer is withdrawn; a member that decided is removed. */
    public String action() {
        return describe("Withdraw %s", "remove %s", " and ");
    }

    String result() {
        return rows.isEmpty() ? "No members to remove." : describe("%s withdrawn", "%s removed", ", ") + ".";
    }

    private String describe(String withdraw, String remove, String and) {
        long pending = rows.stream()
                .filter(row -> row.membership().isPendingForOwner())
                .count();
        List<String> parts = new ArrayList<>();
        if (pending > 0) {
            parts.add(withdraw.formatted(Formats.counted(pending, "offer")));
        }
        if (pending < rows.size()) {
            parts.add(remove.formatted(Formats.counted(rows.size() - pending, "member")));
        }
        String text = String.join(and, parts);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
