/**
 * What it costs, and who pays: a bill for each account, region and month.
 *
 * <p>The {@link dev.handshake.cost.UsageRecorder} writes down from when to when something is in use, in the transaction
 * that changes it, so that a bill also has what is gone; {@code bill} makes amounts of it. Only the owner pays for the
 * storage of an image, from the moment its data is in the store. A consumer pays nothing for a share.
 */
package dev.handshake.cost;
