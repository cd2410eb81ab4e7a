/**
 * What takes longer than a request. A task is written down first; then any replica takes it up, holds it by a lease
 * that it renews while it works, and writes the outcome in the same transaction as what the task made. When a replica
 * dies its leases run out, and another takes the task up from its beginning, or fails it where that cannot be done
 * again.
 */
package dev.handshake.task;
