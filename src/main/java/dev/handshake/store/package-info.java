/**
 * Where image data is kept: in a folder, or in a bucket of an object store. Knows nothing of images, regions or
 * accounts but the words that it files the data under.
 */
package dev.handshake.store;
