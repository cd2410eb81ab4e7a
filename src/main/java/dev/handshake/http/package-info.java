/** The request pipeline: the filters all requests pass, error responses, and streamed responses. */
package dev.handshake.http;
