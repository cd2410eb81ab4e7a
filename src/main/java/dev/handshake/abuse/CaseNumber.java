package dev.handshake.abuse;

import java.security.SecureRandom;

/** What a case is called between people: two times four letters and digits that are not taken for each other. */
class CaseNumber {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** It is random, since one that counts would tell how many cases there are. */
    static String generate() {
        return randomGroup() + "-" + randomGroup();
    }

    private static String randomGroup() {
        StringBuilder letters = new StringBuilder();
        RANDOM.ints(4, 0, ALPHABET.length()).forEach(each -> letters.append(ALPHABET.charAt(each)));
        return letters.toString();
    }
}
