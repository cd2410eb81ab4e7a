/** Processing of API requests before their resource: paths and versions, tokens, methods, and error responses. */
package dev.handshake.api.http;
