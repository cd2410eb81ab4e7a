/**
 * Who pays what: pure arithmetic, exact, which needs only the language.
 *
 * <p>A {@link dev.handshake.bill.UsagePeriod} is something in use for a time, on one account's bill; its
 * {@link dev.handshake.bill.UsageType} says at which {@link dev.handshake.bill.Rate}. Amounts stay fractions until a
 * line is rounded, once, to {@link dev.handshake.bill.Rate#DECIMALS} decimals. A total is the sum of the lines as
 * shown; a day of a line is what it adds to the line as rounded, so that days, too, add up to the total, to the last
 * digit.
 */
package dev.handshake.bill;
