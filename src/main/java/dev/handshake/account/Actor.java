package dev.handshake.account;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;

/**
 * A person at work for its account in one region: what every rule asks for first.
 *
 * @param isCompute whether the cloud's compute service asks for the account, to start a server
 */
public record Actor(String account, String name, Role role, String region, boolean isCompute) {

    public Actor(String account, String name, Role role, String region) {
        this(account, name, role, region, false);
    }

    public boolean may(Role needed) {
        return role.includes(needed);
    }

    /** The same for what is done with servers, which the cloud's compute service does in any role. */
    public boolean mayRun(Role needed) {
        return isCompute || may(needed);
    }

    /** Template-friendly: may make images and offers. */
    public boolean isCreator() {
        return may(Role.CREATOR);
    }

    /** Template-friendly: may decide, remove and delete. */
    public boolean isAdmin() {
        return may(Role.ADMIN);
    }

    /** Works for the provider: sees and manages the images of every account. */
    public boolean isOperator() {
        return may(Role.OPERATOR);
    }

    /** @throws Refused {@link Reason#ROLE_TOO_LOW} when the role does not reach */
    public void must(Role needed) {
        must(may(needed), needed);
    }

    /** The same for what is done with servers. */
    public void mustRun(Role needed) {
        must(mayRun(needed), needed);
    }

    private void must(boolean allowed, Role needed) {
        if (!allowed) {
            throw new Refused(Reason.ROLE_TOO_LOW, needed.word(), role.word());
        }
    }
}
