/**
 * The Images API v2 as OpenStack clients use it. Each region has an endpoint {@code /{region}} with its calls at
 * {@code /{region}/v2/images/...}. The API has no rules of its own: each resource reads a request, calls one service,
 * and writes the response. There are also calls beyond the Images API, for offers across all images and for the servers
 * recorded by the cloud's compute service.
 *
 * <p>All calls except version discovery require a token ({@link dev.handshake.api.http.TokenAuthenticationMechanism}).
 * Requests without one get the authentication challenge and learn nothing else.
 */
package dev.handshake.api;
