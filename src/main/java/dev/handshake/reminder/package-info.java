/**
 * Reminders: a producer reminds consumers that have not decided yet, limited in number and frequency. The producer sees
 * the same whether or not the account number exists.
 */
package dev.handshake.reminder;
