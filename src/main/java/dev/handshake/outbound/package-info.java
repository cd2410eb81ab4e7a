/**
 * Requests that the portal makes from inside the cloud to URLs that users typed. They connect only to what
 * {@link dev.handshake.outbound.PublicAddressResolver} allows: a name is resolved once and checked, and the connection
 * goes to the address that was checked.
 */
package dev.handshake.outbound;
