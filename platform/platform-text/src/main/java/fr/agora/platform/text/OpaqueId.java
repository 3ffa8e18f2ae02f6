package fr.agora.platform.text;

import java.security.SecureRandom;

/** Makes identifiers that tell nothing and cannot be guessed. */
public final class OpaqueId {

    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    /** 130 random bits: whoever has the link to a relay, a recommendation or an unsubscription needs nothing else. */
    private static final int LENGTH = 26;

    private static final SecureRandom RANDOM = new SecureRandom();

    private OpaqueId() {}

    public static String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix).append('-');
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return id.toString();
    }
}
