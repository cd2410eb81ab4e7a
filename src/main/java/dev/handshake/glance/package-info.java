/**
 * The client of the cloud's Image service (Glance), for regions whose images are there. It reads: images and members of
 * all accounts with the rights of the portal's own user, and data with those of the account that owns it. It also
 * receives Glance's notifications ({@link dev.handshake.glance.GlanceNotifications}).
 */
package dev.handshake.glance;
