/** Reads and writes the JSON bodies and query parameters of the API. */
package dev.handshake.api.json;
