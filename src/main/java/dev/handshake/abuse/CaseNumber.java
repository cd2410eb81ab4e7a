package dev.handshake.abuse;

import java.security.SecureRandom;

/**
 * Generates case numbers for communication between people: two groups of four characters that are not easily confused.
 */
class CaseNumber {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Random, since sequential numbers would reveal how many reports there are. */
    static String generate() {
        return randomGroup() + "-" + randomGroup();
    }

    private static String randomGroup() {
        StringBuilder letters = new StringBuilder();
        RANDOM.ints(4, 0, ALPHABET.length()).forEach(each -> letters.append(ALPHABET.charAt(each)));
        return letters.toString();
    }
}
