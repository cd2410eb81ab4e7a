/**
 * How much one account may have in one region, as the operator sets it: counted of what is there, in the transaction
 * that adds.
 */
package dev.handshake.quota;
