package fr.agora.search.meaning;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The vector of one entry's public text.
 *
 * @param key kind and id, as in the index
 * @param digest of the text and the model it was made from
 */
@Document(KnownVector.COLLECTION)
record KnownVector(@Id String key, String digest, byte[] values) {

    static final String COLLECTION = "vectors";

    Vector vector() {
        return new Vector(values);
    }
}
