/**
 * Computes bills: pure, exact arithmetic without dependencies.
 *
 * <p>A {@link dev.handshake.bill.UsagePeriod} is a resource in use for a period on one account's bill; its
 * {@link dev.handshake.bill.UsageType} determines the {@link dev.handshake.bill.Rate}. Amounts stay fractions until a
 * line is rounded, once, to {@link dev.handshake.bill.Rate#SCALE} decimals. A total is the sum of the rounded lines. A
 * day of a line is the increase of its rounded cost, so days also add up exactly to the total. A page shows cents, by
 * {@link dev.handshake.bill.RoundedBill}, so that what it shows adds up as well.
 */
package dev.handshake.bill;
