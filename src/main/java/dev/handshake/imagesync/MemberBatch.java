package dev.handshake.imagesync;

import java.util.List;
import java.util.UUID;

/** Changes of one image's members that are made by one replica, in the order in which they were asked for. */
record MemberBatch(Target target, UUID claim, List<MemberWish> wishes) {

    record Target(String region, UUID image) {}

    /** Changes of one batch. */
    static final int MAX_SIZE = 50;
}
