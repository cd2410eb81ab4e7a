package dev.handshake.nova;

import dev.handshake.openstack.Credentials;

/**
 * For whom a call is made.
 *
 * @param token the user's own Keystone token; null to use the portal's
 */
public record ComputeCaller(String region, String account, String token) {

    /** The portal's own user, acting in the account. */
    public static ComputeCaller portal(String region, String account) {
        return new ComputeCaller(region, account, null);
    }

    Credentials credentials() {
        return new Credentials(account, token);
    }

    @Override
    public String toString() {
        return region + "/" + account;
    }
}
