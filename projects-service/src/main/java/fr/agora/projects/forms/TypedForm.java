package fr.agora.projects.forms;

import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Shows a refused form again: nothing typed is lost, each wrong field says what is wrong. */
@Component
public final class TypedForm {

    private static final Pattern ROW = Pattern.compile("(.+)\\[[^]]*]");

    private final ProblemTexts texts;

    TypedForm(ProblemTexts texts) {
        this.texts = texts;
    }

    /** @param labels prefix of the keys of the fields' names, as in {@code reuse.field.} */
    public Form refused(MultiValueMap<String, String> typed, List<FieldProblem> problems, String labels, Page page) {
        Form form = Form.of(values(typed));
        for (FieldProblem problem : problems) {
            String field = problem.field();
            form.reject(field, page.t("use-case.this-field", texts.field(problem, page.locale())));
            Matcher row = ROW.matcher(field);
            form.named(field, page.t(labels + (row.matches() ? row.group(1) : field)));
        }
        return form;
    }

    private static Map<String, Object> values(MultiValueMap<String, String> typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        typed.forEach((name, given) -> values.put(name, given.size() == 1 ? given.getFirst() : List.copyOf(given)));
        return values;
    }
}
