/**
 * Where images live ({@link dev.handshake.imagedata.ImageBackend}): in the portal, or at the cloud's Image service.
 * Their data: uploads and imports into the store, downloads, and the cleanup of orphaned data.
 */
package dev.handshake.imagedata;
