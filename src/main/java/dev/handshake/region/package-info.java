/** The configured regions of the cloud. */
package dev.handshake.region;
