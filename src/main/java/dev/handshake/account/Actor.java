package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/**
 * A person at work for its account in one region: what every rule asks for first.
 *
 * @param isCompute whether the cloud's compute service asks for the account, to start a server
 */
public record Actor(String account, String name, Role role, String region, boolean isCompute) {

    public Actor(String account, String name, Role role, String region) {
        this(account, name, role, region, false);
    }

    public boolean hasRole(Role needed) {
        return role.includes(needed);
    }

    /** The same for what is done with servers, which the cloud's compute service does in any role. */
    public boolean hasRoleForServers(Role needed) {
        return isCompute || hasRole(needed);
    }

    /** Template-friendly: may make images and offers. */
    public boolean isCreator() {
        return hasRole(Role.CREATOR);
    }

    /** Template-friendly: may decide, remove and delete. */
    public boolean isAdmin() {
        return hasRole(Role.ADMIN);
    }

    /** Works for the provider: sees and manages the images of every account. */
    public boolean isOperator() {
        return hasRole(Role.OPERATOR);
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW} when the role does not reach */
    public void require(Role needed) {
        require(hasRole(needed), needed);
    }

    /** The same for what is done with servers. */
    public void requireForServers(Role needed) {
        require(hasRoleForServers(needed), needed);
    }

    private void require(boolean allowed, Role needed) {
        if (!allowed) {
            throw new RefusedException(Reason.ROLE_TOO_LOW, needed.label(), role.label());
        }
    }
}
