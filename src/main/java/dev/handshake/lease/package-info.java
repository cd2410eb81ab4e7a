/**
 * How one of several replicas at a time works at a row. Whoever takes up a row claims its lease, renews it while it
 * works, and asks under the row's lock whether it still holds it before it records anything. When a holder dies its
 * lease expires and another may claim the row; one that only seemed dead then finds that it lost it.
 */
package dev.handshake.lease;
