package fr.agora.acceptance;

import java.util.UUID;

/** Words nobody has written before. */
final class Words {

    private Words() {}

    /** The end of a word, letters only: no digit cuts it in two, no ending makes it a plural. */
    static String madeUp() {
        StringBuilder letters = new StringBuilder();
        UUID.randomUUID()
                .toString()
                .chars()
                .filter(c -> c != '-')
                .limit(10)
                .forEach(c -> letters.append((char) (Character.isDigit(c) ? c - '0' + 'g' : c)));
        return letters + "um";
    }
}
