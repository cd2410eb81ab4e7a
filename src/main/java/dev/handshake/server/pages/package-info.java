/** The pages of servers, in regions with a compute service and without. */
package dev.handshake.server.pages;
