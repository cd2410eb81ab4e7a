/**
 * Stores image data in a folder or an S3 bucket. Knows nothing about images, regions or accounts except the names it
 * stores data under.
 */
package dev.handshake.store;
