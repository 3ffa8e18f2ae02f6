package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseFilter;
import fr.agora.projects.usecase.UseCases;
import fr.agora.projects.usecase.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list anyone sees and the desk of those who write. */
@Controller
class UseCaseListPages {

    private static final int ROWS = 18;

    private final UseCases useCases;

    UseCaseListPages(UseCases useCases) {
        this.useCases = useCases;
    }

    @GetMapping("/cas-usage")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Phase phase,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String skill,
            @RequestParam(required = false) @Nullable Verdict replicability,
            @RequestParam(required = false) @Nullable String award,
            @RequestParam(required = false) @Nullable String cursor,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        UseCaseFilter filter = new UseCaseFilter(q, phase, theme, organization, skill, replicability, award);
        Slice<UseCase> found = useCases.listed(filter, reader.isPresent(), new Paging(ROWS, cursor));
        model.addAttribute(
                "list",
                new UseCaseListPage(
                        found.map(useCase -> UseCaseCard.of(useCase, page)).items(),
                        Form.of(chosen(filter)),
                        !filter.isEmpty(),
                        Choices.phases(page),
                        Choices.themes(page),
                        Choices.verdicts(page),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "usecases/list";
    }

    @GetMapping("/cas-usage/mes-cas-usage")
    String desk(@RequestParam(required = false) @Nullable String cursor, CurrentUser author, Page page, Model model) {
        Slice<UseCase> found = useCases.ofOwner(author.accountId(), new Paging(ROWS, cursor));
        model.addAttribute(
                "desk",
                new UseCaseDeskPage(
                        found.map(useCase -> UseCaseCard.of(useCase, page)).items(),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "usecases/desk";
    }

    private static Map<String, Object> chosen(UseCaseFilter filter) {
        Map<String, Object> values = new HashMap<>();
        put(values, "q", filter.q());
        put(values, "phase", filter.phase());
        put(values, "theme", filter.theme());
        put(values, "organization", filter.organization());
        put(values, "skill", filter.skill());
        put(values, "replicability", filter.replicability());
        put(values, "award", filter.award());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
