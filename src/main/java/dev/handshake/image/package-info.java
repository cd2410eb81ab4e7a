/**
 * What an image is: its metadata, its status from queued to deleted, its owner and its history. Permissions are in
 * {@code sharing}, the image data in {@code imagedata}.
 */
package dev.handshake.image;
