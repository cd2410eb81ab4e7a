/**
 * Who is at the door: the account and the person signed in, from the claims of the sign-in token. Accounts are issued
 * elsewhere and never stored, listed or looked up here: whether a number exists is not known to the portal, so that it
 * cannot tell.
 */
package dev.handshake.account;
