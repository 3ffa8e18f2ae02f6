package fr.agora.platform.ui;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links with parameters: the template engine escapes HTML, not addresses. */
final class Href {

    private Href() {}

    static String of(String target, Map<String, ?> parameters) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        parameters.forEach((name, value) -> put(kept, name, value));
        return write(target, kept);
    }

    static String of(String target, @Nullable Object... pairs) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        change(kept, pairs);
        return write(target, kept);
    }

    static String changed(String path, @Nullable String query, @Nullable Object... pairs) {
        Map<String, List<String>> kept = parse(query);
        // a cursor belongs to the list as it was
        kept.remove("cursor");
        kept.remove("lang");
        change(kept, pairs);
        return write(path, kept);
    }

    static @Nullable String parameter(@Nullable String query, String name) {
        List<String> values = parse(query).get(name);
        return values == null ? null : values.getFirst();
    }

    private static void change(Map<String, List<String>> kept, @Nullable Object... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException("Names and values must alternate: " + pairs.length + " given");
        }
        for (int index = 0; index < pairs.length; index += 2) {
            String name = String.valueOf(pairs[index]);
            kept.remove(name);
            put(kept, name, pairs[index + 1]);
        }
    }

    private static void put(Map<String, List<String>> kept, String name, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> put(kept, name, one));
        } else if (value != null && !value.toString().isBlank()) {
            kept.computeIfAbsent(name, absent -> new ArrayList<>()).add(value.toString());
        }
    }

    private static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return found;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(found, decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return found;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static String write(String target, Map<String, List<String>> parameters) {
        StringBuilder link = new StringBuilder(target);
        char next = target.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                link.append(next).append(encode(parameter.getKey())).append('=').append(encode(value));
                next = '&';
            }
        }
        return link.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
