package fr.agora.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of problems, in French and in English; a service's own bundle {@code problems} comes first. */
public final class ProblemTexts {

    static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    ProblemTexts() {
        messages.setBasenames("problems", "platform-problems");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    public String title(ProblemType type, Locale language) {
        return messages.getMessage(type.code() + ".title", null, language);
    }

    public String detail(ProblemType type, List<Object> arguments, Locale language) {
        return messages.getMessage(type.code() + ".detail", arguments.toArray(), language);
    }

    /** A wrong field as a client reads it. */
    record Worded(String field, String message) {}

    List<Worded> worded(List<FieldProblem> problems, Locale language) {
        return problems.stream()
                .map(problem -> new Worded(problem.field(), field(problem, language)))
                .toList();
    }

    /** A ready sentence passes through unchanged. */
    public String field(FieldProblem problem, Locale language) {
        String found =
                messages.getMessage(problem.message(), problem.arguments().toArray(), problem.message(), language);
        return found == null ? problem.message() : found;
    }

    /** French unless the request clearly prefers English: no header means French, whatever the machine's locale. */
    static Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.FRENCH;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(accepted ->
                        LANGUAGES.stream().filter(ours -> ours.getLanguage().equals(accepted.getLanguage())))
                .findFirst()
                .orElse(Locale.FRENCH);
    }
}
