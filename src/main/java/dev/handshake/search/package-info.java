/** One search over images, accounts, pages and actions. */
package dev.handshake.search;
