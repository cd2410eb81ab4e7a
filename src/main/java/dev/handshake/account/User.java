package dev.handshake.account;

import java.util.List;

/**
 * A person signed in.
 *
 * @param account the account number
 * @param name how the person is called in its own account
 * @param role its one role there
 * @param regions the account's regions that this portal serves, at least one
 */
public record User(String account, String name, Role role, List<String> regions) {

    public String firstRegion() {
        return regions.get(0);
    }
}
