package dev.handshake.image;

import dev.handshake.disk.DiskImageInfo;
import java.util.UUID;

/** What is known of data that was stored whole: its key in the store, its facts, and its digests in lower-case hex. */
public record StoredFile(UUID key, DiskImageInfo facts, String md5, String sha512) {}
