/** The page on which a consumer decides on invitations. */
package dev.handshake.invitation;
