/** Accepts tokens of OpenStack's Keystone as a second kind of sign-in, if configured. */
package dev.handshake.keystone;
