package dev.handshake.account;

import java.util.List;

/**
 * A person signed in.
 *
 * @param account the account number
 * @param name how the person is called in its own account
 * @param role its one role there
 * @param regions the account's regions that this portal serves, at least one
 * @param isCompute whether it is the cloud's compute service that asks for the account
 * @param isOperator whether it is one of the provider's staff, whatever its role in its own account
 * @param mail where it can be written to, or null
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

    /** The same person at work in {@code region}. */
    public Actor actorIn(String region) {
        return new Actor(account, name, role, region, isCompute);
    }

    /** The same person at the operator's desk. */
    Actor operatorIn(String region) {
        return new Actor(account, name, Role.OPERATOR, region);
    }
}
