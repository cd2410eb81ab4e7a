/**
 * The client of the cloud's compute service (Nova), and of its networks (Neutron), for regions that have one. Only the
 * calls that the portal needs, at compute microversion 2.79.
 *
 * <p>A compute service that is slow or away costs nobody a thread for long: each call has a time limit, each region a
 * limit of calls at a time, and a circuit breaker answers at once after repeated failures. What a failed call means for
 * the request is said by {@link dev.handshake.nova.NovaException.Kind}.
 */
package dev.handshake.nova;
