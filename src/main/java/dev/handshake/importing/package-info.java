/**
 * Imports of images from URLs. An import is a request that the portal makes from inside the cloud on a user's behalf,
 * so it connects only to what {@link dev.handshake.importing.PublicAddressResolver} allows: each hop's name is resolved
 * once and checked, and the connection goes to the address that was checked.
 */
package dev.handshake.importing;
