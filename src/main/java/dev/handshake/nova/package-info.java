/**
 * The client of the cloud's compute service (Nova), and of its networks (Neutron), for regions that have one. Only the
 * calls that the portal needs, at compute microversion 2.79.
 */
package dev.handshake.nova;
