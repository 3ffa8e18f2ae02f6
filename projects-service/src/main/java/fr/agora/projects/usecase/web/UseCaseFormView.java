package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.usecase.Lifecycle;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.ReferenceGrants;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseContent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the form of a use case shows beside its fields. */
@Component
class UseCaseFormView {

    private static final int MOST_ORGANIZATIONS = 1_000;
    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.(\\w+))?.*");
    private static final List<String> ORDER = List.of(
            "title",
            "pitch",
            "audience",
            "whatChanges",
            "phase",
            "indicators",
            "blocks",
            "description",
            "organizations",
            "themes",
            "territories",
            "skills",
            "repository",
            "website",
            "reason",
            "visibility");
    private static final List<String> PARTS = List.of(
            "label",
            "before",
            "after",
            "unit",
            "measuredOn",
            "source",
            "name",
            "summary",
            "kind",
            "access",
            "licence",
            "maintainer",
            "documentation",
            "repository",
            "dependsOn");
    private static final List<String> WITH_PARTS = List.of("indicators", "blocks");

    private final Organizations organizations;
    private final ReferenceGrants grants;
    private final ProblemTexts texts;
    private final Clock clock;

    UseCaseFormView(Organizations organizations, ReferenceGrants grants, ProblemTexts texts, Clock clock) {
        this.organizations = organizations;
        this.grants = grants;
        this.texts = texts;
        this.clock = clock;
    }

    UseCaseFormPage of(
            @Nullable UseCase useCase,
            Map<String, Object> values,
            List<UseCase> considered,
            CurrentUser author,
            Page page) {
        UseCaseContent content = useCase == null ? null : useCase.content();
        return new UseCaseFormPage(
                page.t(useCase == null ? "use-case.new" : "use-case.edit.title"),
                useCase == null ? "/cas-usage/nouveau" : useCase.url() + "/modifier",
                useCase == null ? "/cas-usage/mes-cas-usage" : useCase.url(),
                useCase != null && useCase.isPublished(),
                new UseCaseFormPage.Rows(
                        rows(values, "organizations", 2, 1),
                        rows(values, "themes", 2, 1),
                        rows(values, "territories", 2, 1),
                        rows(values, "indicators", 3, 0),
                        rows(values, "blocks", 6, 0)),
                Choices.phases(page, open(useCase, author)),
                Choices.organizations(organizations.byName(MOST_ORGANIZATIONS), own(useCase, author)),
                Choices.themes(content == null ? List.of() : content.themes(), page),
                Choices.territories(content == null ? List.of() : places(content), page),
                Choices.kinds(page),
                Choices.accesses(page),
                maintainers(useCase, author),
                Choices.visibilities(page),
                LocalDate.now(clock).toString(),
                considered.stream()
                        .map(each -> new UseCaseFormPage.Existing(
                                each.id(), each.content().title(), each.url()))
                        .toList());
    }

    /** The phases it may be in after this edit. */
    private Set<Phase> open(@Nullable UseCase useCase, CurrentUser author) {
        Set<Phase> open = EnumSet.allOf(Phase.class);
        if (useCase != null && useCase.isKnownToOthers()) {
            open.retainAll(Lifecycle.after(useCase.content().phase()));
        }
        if (!grants.mayGrant(author)) {
            open.remove(Phase.REFERENCE);
        }
        if (useCase != null) {
            open.add(useCase.content().phase());
        }
        return open;
    }

    /** Who carries the use case, and who looks after its bricks already. */
    private static List<Choice> maintainers(@Nullable UseCase useCase, CurrentUser author) {
        Map<String, String> all = own(useCase, author);
        if (useCase != null) {
            useCase.content().blocks().forEach(block -> {
                if (block.maintainer() != null) {
                    all.putIfAbsent(block.maintainer().id(), block.maintainer().name());
                }
            });
        }
        return Choices.organizations(List.of(), all);
    }

    /** The form again, with what is wrong said at the row it was typed in, in the order of the form. */
    Form refused(UseCaseForm typed, List<FieldProblem> problems, Page page) {
        Form form = Form.of(typed.values());
        record Said(String field, FieldProblem problem) {}
        problems.stream()
                .map(problem -> new Said(field(problem.field(), typed), problem))
                .sorted(Comparator.comparingInt(said -> place(said.field())))
                .forEach(said -> {
                    String words = texts.field(said.problem(), page.locale());
                    form.reject(said.field(), page.t("use-case.this-field", words));
                    form.named(said.field(), label(said.field(), page));
                });
        return form;
    }

    private static int place(String field) {
        Matcher row = ROW.matcher(field);
        if (!row.matches()) {
            return ORDER.indexOf(field) * 10_000;
        }
        int part = row.group(3) == null ? 0 : PARTS.indexOf(row.group(3)) + 1;
        return ORDER.indexOf(row.group(1)) * 10_000 + Integer.parseInt(row.group(2)) * 20 + part;
    }

    /** {@code blocks[1].name} of the request may be the fourth brick of the form, where two and three are empty. */
    private static String field(String path, UseCaseForm typed) {
        if (path.equals("originality.reason")) {
            return "reason";
        }
        if (path.equals("indicators")) {
            return "indicators[0].label";
        }
        Matcher row = ROW.matcher(path);
        if (!row.matches()) {
            return path;
        }
        String list = row.group(1);
        if (list.equals("skills")) {
            return list;
        }
        List<Integer> filled = typed.filled(list);
        int index = Integer.parseInt(row.group(2));
        String start = list + "[" + (index < filled.size() ? filled.get(index) : index) + "]";
        if (!WITH_PARTS.contains(list)) {
            return start;
        }
        String part = row.group(3);
        return start + "." + (part == null || part.equals("id") ? "name" : part);
    }

    private static String label(String field, Page page) {
        Matcher row = ROW.matcher(field);
        if (!row.matches()) {
            return page.t("use-case." + field);
        }
        String name = page.t("use-case." + row.group(1) + ".row", Integer.parseInt(row.group(2)) + 1);
        return row.group(3) == null
                ? name
                : page.t("use-case.row", name, page.t("use-case." + row.group(1) + "." + row.group(3)));
    }

    private static int rows(Map<String, Object> values, String list, int least, int spare) {
        int last = -1;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            Matcher row = ROW.matcher(value.getKey());
            if (row.matches() && row.group(1).equals(list) && row.group(2).length() < 4) {
                boolean filled = !value.getValue().toString().isBlank();
                last = filled ? Math.max(last, Integer.parseInt(row.group(2))) : last;
            }
        }
        return Math.clamp(last + 1L + spare, least, UseCaseForm.MOST_ROWS);
    }

    private static List<Labelled> places(UseCaseContent content) {
        return content.territories().stream()
                .filter(place -> place.code().startsWith("COM-"))
                .toList();
    }

    private static Map<String, String> own(@Nullable UseCase useCase, CurrentUser author) {
        Map<String, String> own = new LinkedHashMap<>();
        if (useCase != null) {
            useCase.surroundings().organizations().forEach(each -> own.put(each.id(), each.name()));
        }
        String organization = author.organization();
        if (organization != null) {
            own.putIfAbsent(organization, organization);
        }
        return own;
    }
}
