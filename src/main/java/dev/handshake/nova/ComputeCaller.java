package dev.handshake.nova;

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

    @Override
    public String toString() {
        return region + "/" + account;
    }
}
