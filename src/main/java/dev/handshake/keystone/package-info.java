/**
 * OpenStack's Keystone, if configured: its tokens are a second kind of sign-in, and the portal's own user signs in
 * there for calls to other services of the cloud.
 */
package dev.handshake.keystone;
