/** What every page needs and no feature owns: the message after a redirect, the refusal and error pages, formats. */
package dev.handshake.web;
