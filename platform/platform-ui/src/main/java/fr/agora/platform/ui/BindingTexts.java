package fr.agora.platform.ui;

import jakarta.validation.ConstraintViolation;
import org.springframework.validation.ObjectError;

/** Says a binding error as a sentence: ours for the usual constraints, the constraint's own message where it has one. */
final class BindingTexts {

    private static final String USUAL = "{jakarta.validation.constraints.";

    private BindingTexts() {}

    static String of(ObjectError error, Page page) {
        String own = error.getDefaultMessage();
        if (own != null
                && error.contains(ConstraintViolation.class)
                && !error.unwrap(ConstraintViolation.class).getMessageTemplate().startsWith(USUAL)) {
            return page.hasText(own) ? page.t(own) : own;
        }
        return page.text(error);
    }
}
