/**
 * The account and user of a request, read from token claims. Accounts are issued elsewhere and never stored, listed or
 * looked up here. The portal does not know which account numbers exist, so it cannot disclose it.
 */
package dev.handshake.account;
