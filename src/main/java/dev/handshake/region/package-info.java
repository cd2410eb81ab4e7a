/** The regions of the cloud, as the operator configured them. */
package dev.handshake.region;
