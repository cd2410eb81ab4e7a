/** The image list and changes to images: search and sort, create, update, deactivate, suspend, delete. */
package dev.handshake.catalog;
