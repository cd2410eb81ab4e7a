package dev.handshake.sharing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The members an owner wants to remove.
 *
 * @param scope {@code all}, {@code rejected}, or empty for those in {@code accounts}
 */
public record MemberSelection(String scope, Set<String> accounts) implements Predicate<Membership> {

    static MemberSelection parse(String who, List<String> ticked) {
        Set<String> numbers =
                ticked == null ? Set.of() : ticked.stream().map(Text::clean).collect(Collectors.toUnmodifiableSet());
        return new MemberSelection(Text.clean(who), numbers);
    }

    /**
     * Parses the checkboxes of a list of offers over several images.
     *
     * @param offers each {@code image~account}
     * @throws RefusedException {@link Reason#NOT_FOUND} if one contains no image id
     */
    static Map<UUID, MemberSelection> parseByImage(Collection<String> offers) {
        Map<UUID, Set<String>> accounts = new TreeMap<>();
        for (String offer : offers) {
            String[] parts = Text.clean(offer).split("~", 2);
            accounts.computeIfAbsent(parseId(parts[0]), image -> new HashSet<>())
                    .add(parts[parts.length - 1]);
        }
        Map<UUID, MemberSelection> selections = new LinkedHashMap<>();
        accounts.forEach((image, members) -> selections.put(image, new MemberSelection("", members)));
        return selections;
    }

    private static UUID parseId(String image) {
        try {
            return UUID.fromString(image);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }

    public boolean isAll() {
        return scope.equals("all");
    }

    @Override
    public boolean test(Membership member) {
        return switch (scope) {
            case "all" -> true;
            case "rejected" -> member.ownerStatus() == MembershipStatus.REJECTED;
            default -> accounts.contains(member.member);
        };
    }
}
