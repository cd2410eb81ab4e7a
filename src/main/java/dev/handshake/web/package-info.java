/**
 * Shared by all pages and owned by no feature: flash messages, forms shown again, URLs, text and formats, the public
 * URL.
 */
package dev.handshake.web;
