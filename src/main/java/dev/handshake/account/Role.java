package dev.handshake.account;

import java.util.List;

/** A user's role in an account; each role includes the previous ones. */
public enum Role {
    OBSERVER("observer", "sees images, members, invitations, servers and history"),
    CREATOR("creator", "also brings in images, describes and offers them, starts and stops servers, takes snapshots"),
    ADMIN("admin", "also accepts, rejects, removes members, deletes images and servers, and takes data out"),
    /** The provider's own staff; not a role that accounts assign. */
    OPERATOR("operator", "runs the portal: manages the images of every account");

    private final String label;
    private final String description;

    Role(String word, String does) {
        this.label = word;
        this.description = does;
    }

    /** The roles that accounts assign, lowest first. */
    public static List<Role> accountRoles() {
        return List.of(OBSERVER, CREATOR, ADMIN);
    }

    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
