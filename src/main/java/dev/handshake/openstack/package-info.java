/**
 * What calls to the cloud's OpenStack services have in common: tokens, limits, measurements and errors.
 *
 * <p>A service that is slow or away costs nobody a thread for long: each call has a time limit, each region a limit of
 * calls at a time, and a circuit breaker answers at once after repeated failures. What a failed call means for the
 * request is said by {@link dev.handshake.openstack.ServiceException.Kind}.
 */
package dev.handshake.openstack;
