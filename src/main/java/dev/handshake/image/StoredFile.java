package dev.handshake.image;

import dev.handshake.disk.DiskImageInfo;
import java.util.UUID;

/** Data stored completely: its key in the store, what was detected about it, and its digests in lower-case hex. */
public record StoredFile(UUID key, DiskImageInfo facts, String md5, String sha512) {}
