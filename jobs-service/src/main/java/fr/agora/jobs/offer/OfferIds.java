package fr.agora.jobs.offer;

import java.security.SecureRandom;

/** Ids that say nothing and cannot be guessed. */
final class OfferIds {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private OfferIds() {}

    static String next() {
        StringBuilder id = new StringBuilder("off-");
        for (int index = 0; index < 20; index++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
