package fr.agora.search.feed;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words people search closed choices by: « CDD » for a fixed term, « télétravail » for remote days. */
final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("index.words", Locale.ROOT);

    private Words() {}

    /** Empty for a choice added to a contract later on. */
    static String of(String key) {
        try {
            return BUNDLE.getString(key);
        } catch (MissingResourceException e) {
            return "";
        }
    }
}
