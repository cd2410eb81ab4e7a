/**
 * Images from an address. What is typed there is a request that the portal makes from inside the cloud, so that nothing
 * is connected to but what {@link dev.handshake.importing.PublicAddressResolver} lets through: every hop is resolved
 * once, checked, and the very address that was checked is connected to.
 */
package dev.handshake.importing;
