package dev.handshake.imagesync;

import dev.handshake.openstack.ServiceException;

/** The calls to Glance of one reader. */
interface Calls {

    /** Waits until the next call may be sent. */
    void await();

    /** Whether the reader goes on without the image that the call was about. */
    boolean canSkip(ServiceException failed);
}
