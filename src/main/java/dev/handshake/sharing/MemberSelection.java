package dev.handshake.sharing;

import dev.handshake.web.Text;
import java.util.List;
import java.util.Set;
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
