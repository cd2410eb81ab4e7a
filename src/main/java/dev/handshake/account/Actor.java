package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/**
 * A user acting for an account in one region. Every rule is checked against an actor.
 *
 * @param isCompute whether the cloud's compute service acts for the account, to start a server
 */
public record Actor(String account, String name, Role role, String region, boolean isCompute) {

    public Actor(String account, String name, Role role, String region) {
        this(account, name, role, region, false);
    }

    public boolean hasRole(Role needed) {
        return role.includes(needed);
    }

    /** Same for actions on servers, which the compute service may do in any role. */
    public boolean hasRoleForServers(Role needed) {
        return isCompute || hasRole(needed);
    }

    /** For templates: may create images and offer them. */
    public boolean isCreator() {
        return hasRole(Role.CREATOR);
    }

    /** For templates: may decide, remove and delete. */
    public boolean isAdmin() {
        return hasRole(Role.ADMIN);
    }

    /** Works for the provider: sees and manages the images of all accounts. */
    public boolean isOperator() {
        return hasRole(Role.OPERATOR);
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW} if the actor lacks the role */
    public void require(Role needed) {
        require(hasRole(needed), needed);
    }

    /** Same for actions on servers. */
    public void requireForServers(Role needed) {
        require(hasRoleForServers(needed), needed);
    }

    private void require(boolean allowed, Role needed) {
        if (!allowed) {
            throw new RefusedException(Reason.ROLE_TOO_LOW, needed.label(), role.label());
        }
    }
}
