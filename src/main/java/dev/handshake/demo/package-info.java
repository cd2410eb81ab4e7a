/**
 * The demo of dev mode: a sign-in provider with demo people, and demo images in every state. It is taken out before the
 * application is packaged.
 */
package dev.handshake.demo;
