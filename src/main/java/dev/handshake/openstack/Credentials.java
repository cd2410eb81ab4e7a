package dev.handshake.openstack;

/**
 * Whose token a call is made with.
 *
 * @param project id of the project that the portal's user acts in
 * @param token a user's own Keystone token, used instead; or null
 */
public record Credentials(String project, String token) {

    /** The portal's own user, acting in the project. */
    public static Credentials portal(String project) {
        return new Credentials(project, null);
    }

    @Override
    public String toString() {
        return (token == null ? "the portal's user" : "a user") + " in " + project;
    }
}
