/** Tokens of OpenStack's Keystone, as a second kind of sign-in where the operator names one. */
package dev.handshake.keystone;
