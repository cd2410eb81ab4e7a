package dev.handshake.notice;

/**
 * One notice in a mail.
 *
 * @param address of what it tells of, whole
 */
public record LetterLine(Sentence sentence, String address) {}
