/**
 * Where image data is kept. Knows nothing of images, regions or accounts but
 * the words that it files the data under.
 */
package dev.handshake.store;
