package fr.agora.projects.datagouv;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing on data.gouv.fr.
 *
 * @param id its identifier of 24 hexadecimal digits, or its slug
 */
public record DataRef(DataKind kind, String id) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}|[a-z0-9][a-z0-9-]{2,199}");
    private static final Pattern PAGE = Pattern.compile(
            "https://(?:www\\.|demo\\.)?data\\.gouv\\.fr/(?:fr/)?(datasets|dataservices)/([a-z0-9-]{3,200})/?(?:[?#].*)?");

    public DataRef {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("No identifier of data.gouv.fr: " + id.length() + " characters");
        }
    }

    /** Reads an identifier, or the address of a page, which then says the kind itself. */
    public static Optional<DataRef> read(DataKind kind, String typed) {
        String text = typed.strip();
        Matcher page = PAGE.matcher(text);
        if (page.matches()) {
            DataKind said = "datasets".equals(page.group(1)) ? DataKind.DATASET : DataKind.DATASERVICE;
            return Optional.of(new DataRef(said, page.group(2)));
        }
        return ID.matcher(text).matches() ? Optional.of(new DataRef(kind, text)) : Optional.empty();
    }

    String key() {
        return kind.path() + "/" + id;
    }
}
