package dev.handshake.image;

import dev.handshake.web.Text;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which members an owner wants to remove.
 *
 * @param who {@code all}, {@code rejected}, or empty for those {@code ticked}
 */
public record Leaving(String who, Set<String> ticked) implements Predicate<Membership> {

    static Leaving read(String who, List<String> ticked) {
        Set<String> numbers =
                ticked == null ? Set.of() : ticked.stream().map(Text::clean).collect(Collectors.toUnmodifiableSet());
        return new Leaving(Text.clean(who), numbers);
    }

    public boolean isAll() {
        return who.equals("all");
    }

    @Override
    public boolean test(Membership member) {
        return switch (who) {
            case "all" -> true;
            case "rejected" -> member.ownerStatus() == MembershipStatus.REJECTED;
            default -> ticked.contains(member.member);
        };
    }
}
