/** The data of images: uploads and imports into the store, downloads out of it, and what nobody refers to any more. */
package dev.handshake.imagedata;
