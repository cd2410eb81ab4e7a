/**
 * The demo of dev mode: an OIDC provider with demo users, and demo images in every state. Not part of the packaged
 * application.
 */
package dev.handshake.demo;
