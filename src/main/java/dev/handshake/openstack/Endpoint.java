package dev.handshake.openstack;

import java.io.IOException;
import java.net.URI;

/** Where a service is. */
public interface Endpoint {

    /**
     * Blocks while Keystone is asked.
     *
     * @param token of a user in the project
     * @param project its id
     * @throws ServiceException if Keystone's catalog has no such endpoint, or with status 401 if it refuses the token
     * @throws IOException if Keystone gives no answer
     */
    URI url(String token, String project) throws IOException, InterruptedException;

    /** Told when the service did not answer at this URL. */
    void reportOutage(URI url);

    /** One that does not change. */
    static Endpoint at(URI url) {
        return new Endpoint() {
            @Override
            public URI url(String token, String project) {
                return url;
            }

            @Override
            public void reportOutage(URI silent) {
                // there is no other
            }
        };
    }
}
