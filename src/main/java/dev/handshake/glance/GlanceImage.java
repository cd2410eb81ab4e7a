package dev.handshake.glance;

import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;

/**
 * An image as Glance describes it. Texts are whatever people typed there, without control characters.
 *
 * @param name empty if it has none
 * @param owner id of a project; empty if it has none
 * @param status Glance's word, such as active
 * @param visibility Glance's word: public, community, shared or private
 * @param size in bytes; 0 if unknown
 * @param virtualSize in bytes, or null
 * @param diskFormat or null
 * @param containerFormat or null
 * @param md5 in lower-case hex, or null
 * @param sha512 in lower-case hex, or null
 * @param minDisk in GiB
 * @param minRam in MiB
 * @param createdAt by Glance's clock, in whole seconds
 * @param updatedAt same; not changed by members
 * @param properties without those that Glance itself defines
 */
public record GlanceImage(
        UUID id,
        String name,
        String owner,
        String status,
        String visibility,
        boolean isHidden,
        boolean isProtected,
        long size,
        Long virtualSize,
        String diskFormat,
        String containerFormat,
        String md5,
        String sha512,
        int minDisk,
        int minRam,
        Instant createdAt,
        Instant updatedAt,
        SortedSet<String> tags,
        SortedMap<String, String> properties) {}
