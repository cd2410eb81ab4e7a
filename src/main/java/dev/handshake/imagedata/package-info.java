/** The data of images: uploads and imports into the store, downloads, and the cleanup of orphaned data. */
package dev.handshake.imagedata;
