/**
 * A producer reminds a consumer that has not answered: now and then, and not for ever. What it sees of that is the same
 * whether or not the number is somebody's.
 */
package dev.handshake.reminder;
