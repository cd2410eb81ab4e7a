/**
 * Work that outlasts a request. A task is stored first. Any replica can then claim it, holds it by a lease that it
 * renews while working, and records the outcome in the same transaction as the task's result. When a replica dies, its
 * leases expire, and another replica restarts its tasks, or fails those that cannot be restarted.
 */
package dev.handshake.task;
