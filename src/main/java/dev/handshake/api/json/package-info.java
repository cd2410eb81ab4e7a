/** The JSON bodies and query parameters of the API, read and written. */
package dev.handshake.api.json;
