package dev.handshake.provisioning;

import java.util.UUID;

/**
 * What a server at the compute service is started with besides image and size.
 *
 * @param network null for none
 * @param userToken the user's own Keystone token for the first attempt; null to use the portal's
 */
public record LaunchOptions(UUID network, SshKeys keys, String userToken) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "network " + network;
    }
}
