package dev.handshake.account;

import java.util.List;

/** A user's role in an account; each role includes the previous ones. */
public enum Role {
    OBSERVER("observer", "view images, members, invitations, servers and history"),
    CREATOR(
            "creator",
            "everything an observer can, plus add, edit and offer images, start and stop servers, take snapshots"),
    ADMIN(
            "admin",
            "everything a creator can, plus accept and reject invitations, remove members, delete images and servers, export data"),
    /** The provider's own staff; not a role that accounts assign. */
    OPERATOR("operator", "run the portal and manage the images of every account");

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
