/** Lists as CSV files, for spreadsheets and scripts. */
package dev.handshake.csv;
