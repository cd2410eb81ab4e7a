/**
 * Servers of regions with a compute service: what people ask for is written down in the transaction that checks the
 * rules, and passed on by one replica at a time ({@link dev.handshake.provisioning.ServerAction}); the records of
 * servers follow what the compute service says ({@link dev.handshake.provisioning.ServerPoller}).
 *
 * <p>Nova has no key for repeated requests. So a server has a tag, and a snapshot a property, with the id of what asked
 * for it; after an attempt without a clear response the next one looks for that first.
 */
package dev.handshake.provisioning;
