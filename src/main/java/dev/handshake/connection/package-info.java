/** What a client may hold before it has asked for anything: connections, and the time to say what it wants. */
package dev.handshake.connection;
