package fr.agora.projects.theme;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.funding.FundingBoard;
import fr.agora.projects.funding.FundingBoard.ThemeCount;
import fr.agora.projects.reference.Vocabularies;
import fr.agora.projects.usecase.BlockFilter;
import fr.agora.projects.usecase.Blocks;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.ThemeCounts;
import fr.agora.projects.usecase.ThemeCounts.Counted;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseFilter;
import fr.agora.projects.usecase.UseCases;
import fr.agora.projects.usecase.web.Cards;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The boards of the themes, the ecological transition first. */
@Controller
class ThemePages {

    private static final String FIRST = "transition-ecologique";
    private static final int SHOWN = 6;

    private final ThemeCounts counts;
    private final UseCases useCases;
    private final Blocks blocks;
    private final FundingBoard funding;

    ThemePages(ThemeCounts counts, UseCases useCases, Blocks blocks, FundingBoard funding) {
        this.funding = funding;
        this.counts = counts;
        this.useCases = useCases;
        this.blocks = blocks;
    }

    @GetMapping("/themes")
    String all(Optional<CurrentUser> reader, Page page, Model model) {
        Map<String, Counted> counted = counts.all(reader.isPresent());
        Map<String, ThemeCount> funded = funding.byTheme(reader);
        List<ThemeRow> rows = Vocabularies.THEMES.all().stream()
                .map(theme ->
                        row(theme, counted.getOrDefault(theme.code(), Counted.NONE), funded.get(theme.code()), page))
                .sorted(Comparator.comparing((ThemeRow row) -> !row.code().equals(FIRST))
                        .thenComparing(ThemeRow::useCases, Comparator.reverseOrder())
                        .thenComparing(ThemeRow::label))
                .toList();
        model.addAttribute("themes", rows);
        return "themes/list";
    }

    @GetMapping("/themes/{code}")
    String one(@PathVariable String code, Optional<CurrentUser> reader, Page page, Model model) {
        Labelled theme = Vocabularies.THEMES.find(code).orElseThrow(ProblemException::notFound);
        Counted counted = counts.all(reader.isPresent()).getOrDefault(code, Counted.NONE);
        Slice<UseCase> latest = useCases.listed(ofTheme(code), reader.isPresent(), Paging.first(SHOWN));
        Slice<Blocks.Placed> bricks =
                blocks.listed(new BlockFilter(null, null, null, null, code), reader.isPresent(), Paging.first(SHOWN));
        model.addAttribute(
                "theme",
                new ThemePage(
                        row(theme, counted, funding.byTheme(reader).get(code), page),
                        Arrays.stream(Phase.values())
                                .filter(phase -> counted.in(phase) > 0)
                                .map(phase -> phase(phase, counted, code, page))
                                .toList(),
                        latest.items().stream()
                                .map(each -> Cards.useCase(each, page))
                                .toList(),
                        bricks.items().stream()
                                .map(each -> Cards.brick(each.block(), page))
                                .toList()));
        return "themes/theme";
    }

    private static UseCaseFilter ofTheme(String code) {
        return UseCaseFilter.ofTheme(code);
    }

    private static ThemePage.InPhase phase(Phase phase, Counted counted, String code, Page page) {
        long most = counted.phases().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        return new ThemePage.InPhase(
                page.t("phase." + phase),
                counted.in(phase),
                (int) Math.max(2, counted.in(phase) * 200 / most),
                page.href("/cas-usage", "theme", code, "phase", phase));
    }

    private static ThemeRow row(Labelled theme, Counted counted, @Nullable ThemeCount funded, Page page) {
        return new ThemeRow(
                theme.code(),
                Cards.theme(theme, page),
                counted.useCases(),
                counted.bricks(),
                counted.reuses(),
                funded == null ? 0 : funded.total());
    }
}
