package fr.agora.search.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values, the absent ones left out. */
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields with(String name, @Nullable Object value) {
        if (value instanceof List<?> many && many.isEmpty()) {
            return this;
        }
        if (value != null) {
            values.put(name, value instanceof Number || value instanceof List<?> ? value : value.toString());
        }
        return this;
    }

    Map<String, Object> asMap() {
        return values;
    }
}
