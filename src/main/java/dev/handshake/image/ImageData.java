package dev.handshake.image;

import dev.handshake.disk.DiskFacts;

/** What is known of data that was stored whole: its facts, and its digests in lower-case hex. */
public record ImageData(DiskFacts facts, String md5, String sha512) {}
