/**
 * What pages share and no feature owns: the message after a redirect, forms that come back, addresses, texts and their
 * formats, the public URL.
 */
package dev.handshake.web;
