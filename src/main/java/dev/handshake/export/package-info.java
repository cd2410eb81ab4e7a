/**
 * How data leaves by the pages: an export is prepared as a task, which reads the data to its end and compares its
 * digest, and is then taken out through a short-lived link that is good for its account alone. The rule is the one of
 * the API's download, {@link dev.handshake.imagedata.DownloadService}, and is asked at each step.
 */
package dev.handshake.export;
