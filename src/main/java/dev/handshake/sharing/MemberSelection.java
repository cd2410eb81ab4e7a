package dev.handshake.sharing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The members an owner wants to remove, of one image or of several.
 *
 * @param byImage which members of each image
 */
public record MemberSelection(Map<UUID, Predicate<Membership>> byImage) implements Predicate<Membership> {

    /**
     * Parses the selection of a form or URL.
     *
     * @param offers members of any images, each {@code image~account}
     * @param image the image that {@code who} and {@code members} are about
     * @param who {@code all}, {@code rejected}, or empty for those in {@code members}
     * @throws RefusedException {@link Reason#NOT_FOUND} if one contains no image id
     */
    static MemberSelection parse(List<String> offers, String image, String who, List<String> members) {
        Map<UUID, Set<String>> accounts = new TreeMap<>();
        for (String offer : offers) {
            String[] parts = Text.clean(offer).split("~", 2);
            add(accounts, parts[0], parts[parts.length - 1]);
        }
        members.forEach(member -> add(accounts, image, Text.clean(member)));
        Map<UUID, Predicate<Membership>> byImage = new TreeMap<>();
        accounts.forEach((id, numbers) -> byImage.put(id, each -> numbers.contains(each.member)));
        switch (Text.clean(who)) {
            case "all" -> byImage.put(OfferForm.parseId(image), each -> true);
            case "rejected" ->
                byImage.put(OfferForm.parseId(image), each -> each.ownerStatus() == MembershipStatus.REJECTED);
            default -> {
                // those listed
            }
        }
        return new MemberSelection(byImage);
    }

    private static void add(Map<UUID, Set<String>> accounts, String image, String account) {
        accounts.computeIfAbsent(OfferForm.parseId(image), id -> new HashSet<>())
                .add(account);
    }

    Set<UUID> images() {
        return byImage.keySet();
    }

    boolean isEmpty() {
        return byImage.isEmpty();
    }

    @Override
    public boolean test(Membership member) {
        return byImage.getOrDefault(member.imageId, each -> false).test(member);
    }
}
