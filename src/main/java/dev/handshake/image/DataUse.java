package dev.handshake.image;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Something that stored data is needed for. Data that nothing uses is taken away. */
public interface DataUse {

    /** Those of {@code data} that are used, in one query. */
    Set<UUID> of(String region, Collection<UUID> data);
}
