package dev.handshake.nova;

import java.util.UUID;

/**
 * A server to create.
 *
 * @param tag finds it again, since Nova has no key for repeated requests
 * @param flavor the flavor's id
 * @param network null for none
 * @param userData in base64, or null
 */
public record NewServer(String tag, String name, UUID image, String flavor, UUID network, String userData) {}
