package dev.handshake.openstack;

import dev.handshake.keystone.ProjectToken;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.keystone.UnknownProjectException;
import java.io.IOException;

/** Calls with the portal's token of a project, and once more with a new token if the service refuses it. */
final class TokenRetry {

    @FunctionalInterface
    interface Call<T> {
        T send(String token) throws IOException, InterruptedException;
    }

    private TokenRetry() {}

    /**
     * @throws UnknownProjectException if Keystone does not know the project
     * @throws IOException if Keystone gives no answer, or from the call itself
     */
    static <T> T call(ProjectTokens tokens, String project, Call<T> call) throws IOException, InterruptedException {
        ProjectToken token = tokens.get(project);
        try {
            return call.send(token.value());
        } catch (ServiceException refused) {
            if (refused.status() != 401) {
                throw refused;
            }
            tokens.drop(project, token);
            return call.send(tokens.get(project).value());
        }
    }
}
