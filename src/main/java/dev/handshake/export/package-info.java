/**
 * Exports: how image data is downloaded through the pages. An export is a task that reads all data and verifies its
 * digest; the result is downloaded through a short-lived link valid for one account. Permission is checked at every
 * step, by the same rule as for the API's download, {@link dev.handshake.imagedata.DownloadService}.
 */
package dev.handshake.export;
