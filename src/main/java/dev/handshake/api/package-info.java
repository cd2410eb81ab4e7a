/**
 * An Images API v2 as OpenStack clients speak it, one endpoint for each region: {@code /{region}} is the endpoint,
 * {@code /{region}/v2/images/...} its calls. It has other words for the same rules and no rule of its own: every call
 * reads a request, calls one service, and answers. Beside it stand calls of the portal's own, for offers over all
 * images and for the servers that the cloud's compute service records.
 *
 * <p>It opens to tokens alone ({@link dev.handshake.api.http.TokenAuthenticationMechanism}); who brings none is told
 * nothing but that.
 */
package dev.handshake.api;
