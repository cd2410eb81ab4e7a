/**
 * Costs: a bill for each account, region and month.
 *
 * <p>{@link dev.handshake.cost.UsageRecorder} records usage in the transaction that changes it, so that bills also
 * include deleted resources; the {@code bill} package computes the amounts. Only the owner pays for the storage of an
 * image, from the moment its data is stored. A consumer pays nothing for a share.
 */
package dev.handshake.cost;
