package fr.agora.directory.site;

import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import jakarta.validation.Validator;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holds a form against the same rules as the API, and says the refusals at the fields people see. */
@Component
public class FormCheck {

    /** Where a rule's field is typed under another name. */
    private static final Map<String, String> TYPED_AS = Map.of(
            "organizationId", "organization",
            "territories", "territory",
            "parentIds", "parents",
            "skills", "expert",
            "skills.evidence", "evidence",
            "cohort.code", "cohort",
            "cohort.challenge", "challenge");

    private final Validator validator;
    private final ProblemTexts texts;

    FormCheck(Validator validator, ProblemTexts texts) {
        this.validator = validator;
        this.texts = texts;
    }

    public void check(Object draft, Form form, Page page) {
        ProblemClassifier.fields(validator.validate(draft)).forEach(problem -> reject(problem, form, page));
    }

    /** A refusal without fields of its own stands at this one. */
    void refuse(ProblemException refused, String field, Form form, Page page) {
        form.reject(field, texts.detail(refused.type(), refused.arguments(), page.locale()));
    }

    public void refuse(ProblemException refused, Form form, Page page) {
        if (refused.fields().isEmpty()) {
            form.reject("", texts.detail(refused.type(), refused.arguments(), page.locale()));
        }
        refused.fields().forEach(problem -> reject(problem, form, page));
    }

    /** @param typedAs where a rule's field is typed under another name */
    public void refuse(ProblemException refused, Map<String, String> typedAs, Form form, Page page) {
        if (refused.fields().isEmpty()) {
            form.reject("", texts.detail(refused.type(), refused.arguments(), page.locale()));
        }
        refused.fields().forEach(problem -> {
            String name = typedAs.getOrDefault(problem.field(), problem.field());
            form.named(name, page.t("field." + name));
            form.reject(name, texts.field(problem, page.locale()));
        });
    }

    private void reject(FieldProblem problem, Form form, Page page) {
        String path = problem.field().replaceAll("\\[[^]]*]", "");
        String root = path.split("\\.")[0];
        String name = TYPED_AS.getOrDefault(path, TYPED_AS.getOrDefault(root, root));
        form.named(name, page.t("field." + name));
        form.reject(name, texts.field(problem, page.locale()));
    }
}
