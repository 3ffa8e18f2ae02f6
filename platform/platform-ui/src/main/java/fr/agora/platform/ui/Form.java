package fr.agora.platform.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** What a form shows again: the values typed and what is wrong with them, field by field. */
public final class Form {

    private final Map<String, Object> values;
    private final @Nullable BindingResult binding;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Form(Map<String, Object> values, @Nullable BindingResult binding) {
        this.values = values;
        this.binding = binding;
    }

    /** An empty form. */
    public static Form blank() {
        return new Form(Map.of(), null);
    }

    /** A form filled from what is stored. */
    public static Form of(Map<String, ?> values) {
        return new Form(new LinkedHashMap<>(values), null);
    }

    /** A form as it was sent, with the errors Spring found, in the page's language. */
    public static Form of(BindingResult binding, Page page) {
        Form form = new Form(Map.of(), binding);
        for (var error : binding.getFieldErrors()) {
            form.reject(error.getField(), BindingTexts.of(error, page));
        }
        for (ObjectError error : binding.getGlobalErrors()) {
            form.reject("", BindingTexts.of(error, page));
        }
        return form;
    }

    /**
     * Adds an error.
     *
     * @param field the field's name, empty for the whole form
     * @param message ready to be shown
     */
    public Form reject(String field, String message) {
        errors.computeIfAbsent(field, absent -> new ArrayList<>()).add(message);
        return this;
    }

    /** Names a field in the summary of errors; without it the message stands alone. */
    public Form named(String field, String label) {
        labels.put(field, label);
        return this;
    }

    public @Nullable String label(String field) {
        return labels.get(field);
    }

    /** The identifier of a field's element: {@code indicators[0].label} is {@code champ-indicators-0-label}. */
    public static String id(String field) {
        return "champ-" + field.replaceAll("[^A-Za-z0-9]+", "-");
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Null when the field is right. */
    public @Nullable String error(String field) {
        List<String> found = errors.get(field);
        return found == null ? null : String.join(" ", found);
    }

    /** For the summary: each wrong field with its messages, in the order found. */
    public Map<String, List<String>> errors() {
        return errors;
    }

    /** The text shown in a field; several values are joined by commas. */
    public String value(String field) {
        return String.join(", ", values(field));
    }

    public List<String> values(String field) {
        return switch (raw(field)) {
            case null -> List.of();
            case Collection<?> many ->
                many.stream().filter(one -> one != null).map(Object::toString).toList();
            case Object[] many ->
                Arrays.stream(many)
                        .filter(one -> one != null)
                        .map(Object::toString)
                        .toList();
            case Object one -> List.of(one.toString());
        };
    }

    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    public boolean isTrue(String field) {
        return has(field, "true") || has(field, "on");
    }

    private @Nullable Object raw(String field) {
        if (binding == null) {
            return values.get(field);
        }
        FieldError error = binding.getFieldError(field);
        boolean bound = binding.getTarget() != null;
        if (error != null && (error.isBindingFailure() || !bound)) {
            // the text refused, where conversion failed: nothing typed is lost
            return error.getRejectedValue();
        }
        try {
            return bound ? binding.getRawFieldValue(field) : binding.getFieldValue(field);
        } catch (InvalidPropertyException absent) {
            // a further line of a repeated part, not sent this time
            return null;
        }
    }
}
