/** The request pipeline: the filters that every request passes, the answers to requests that fail, streamed answers. */
package dev.handshake.http;
