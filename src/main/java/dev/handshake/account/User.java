package dev.handshake.account;

import java.util.List;

/**
 * A signed-in user.
 *
 * @param account the account number
 * @param name the user's name, shown within its own account
 * @param role the user's role in the account
 * @param regions the account's regions served by this portal, at least one
 * @param isCompute whether this is the cloud's compute service acting for the account
 * @param isOperator whether this is an operator, whatever its role in its own account
 * @param mail the user's mail address, or null
 */
public record User(
        String account,
        String name,
        Role role,
        List<String> regions,
        boolean isCompute,
        boolean isOperator,
        MailAddress mail) {

    public String firstRegion() {
        return regions.get(0);
    }

    /** The letter that stands for the user's picture. */
    public String initial() {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(first -> Character.toString(Character.toUpperCase(first)))
                .findFirst()
                .orElse("?");
    }

    /** The user acting in {@code region}. */
    public Actor actorIn(String region) {
        return new Actor(account, name, role, region, isCompute);
    }

    /** The user acting as operator on the pages of abuse reports. */
    Actor operatorIn(String region) {
        return new Actor(account, name, Role.OPERATOR, region);
    }
}
