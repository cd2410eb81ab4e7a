/**
 * Leases: how replicas agree that only one of them processes a row at a time. A replica claims a row's lease, renews it
 * while working, and before recording anything checks under the row's lock that it still holds it. When it dies, its
 * lease expires and another replica may claim the row; a replica that was only slow then finds that it lost the lease.
 */
package dev.handshake.lease;
