/** What happens to an API request before its resource: paths and versions, tokens, methods, and errors as JSON. */
package dev.handshake.api.http;
