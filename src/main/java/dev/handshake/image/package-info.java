/**
 * What an image is: its description, its state from queued to deleted, whose it is, and what happened to it. Who may do
 * what with it is in {@code sharing}, its data in {@code imagedata}.
 */
package dev.handshake.image;
