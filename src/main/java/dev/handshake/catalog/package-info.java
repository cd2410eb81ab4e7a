/** The list of images and the care of one: search and sort, create, change, deactivate, suspend, delete. */
package dev.handshake.catalog;
