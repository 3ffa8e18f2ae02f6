package fr.agora.search.catalogue;

/**
 * A code with the words that stand for it on screen.
 *
 * @param code an organisation's id, a territory's, skill's or theme's code
 */
public record Label(String code, String label) {

    private static final char SEPARATOR = '\u001f';

    public Label {
        if (code == null || code.isBlank() || label == null || label.isBlank()) {
            throw new IllegalArgumentException("A label has a code and words: \"%s\", \"%s\"".formatted(code, label));
        }
    }

    /** Both in one keyword, so that counting by code also brings the words. */
    public String joined() {
        return code + SEPARATOR + label;
    }

    /** The contrary of {@link #joined()}. */
    public static Label ofJoined(String joined) {
        int cut = joined.indexOf(SEPARATOR);
        return new Label(joined.substring(0, cut), joined.substring(cut + 1));
    }
}
