package fr.agora.directory.message;

import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

/** Holds what is typed against the same rules as the API, and says refusals where they are read. */
@Component
class MessageForms {

    private final Validator validator;
    private final ProblemTexts texts;

    MessageForms(Validator validator, ProblemTexts texts) {
        this.validator = validator;
        this.texts = texts;
    }

    void check(Object draft, Form form, Page page) {
        ProblemClassifier.fields(validator.validate(draft)).forEach(problem -> reject(problem, form, page));
    }

    void refuse(ProblemException refused, Form form, Page page) {
        if (refused.fields().isEmpty()) {
            form.reject("", texts.detail(refused.type(), refused.arguments(), page.locale()));
        }
        refused.fields().forEach(problem -> reject(problem, form, page));
    }

    private void reject(FieldProblem problem, Form form, Page page) {
        form.named(problem.field(), page.t("message." + problem.field()));
        form.reject(problem.field(), texts.field(problem, page.locale()));
    }
}
