package fr.agora.projects.funding;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Labelled;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the window gave, by year; a grant is as visible as its use case, in the counts too. */
@Component
public class FundingBoard {

    private final Grants grants;
    private final UseCases useCases;

    FundingBoard(Grants grants, UseCases useCases) {
        this.grants = grants;
        this.useCases = useCases;
    }

    /**
     * One year; amounts are the window's share, in whole euros.
     *
     * @param themes how many funded use cases have each, the most frequent first
     */
    public record Year(
            int year, int count, long total, long least, long most, List<ThemeCount> themes, List<Funded> funded) {}

    /** How often a theme was funded, and with how much. */
    public record ThemeCount(Labelled theme, int count, long total) {

        private ThemeCount and(ThemeCount other) {
            return new ThemeCount(theme, count + other.count(), total + other.total());
        }
    }

    /** A grant and the use case it went to. */
    public record Funded(String grantId, String title, String url, long totalBudget, long share) {}

    /** Years with at least one grant the reader may know of, the latest first. */
    public List<Year> seenBy(Optional<CurrentUser> reader) {
        List<FundingGrant> all = grants.all();
        Map<String, UseCase> known = useCases.byIds(
                all.stream().map(FundingGrant::useCaseId).distinct().toList());
        Map<Integer, List<FundingGrant>> years = new TreeMap<>(Comparator.reverseOrder());
        for (FundingGrant grant : all) {
            UseCase funded = known.get(grant.useCaseId());
            if (funded != null && funded.isPublished() && funded.isVisibleTo(reader)) {
                years.computeIfAbsent(grant.year(), absent -> new ArrayList<>()).add(grant);
            }
        }
        return years.entrySet().stream()
                .map(each -> year(each.getKey(), each.getValue(), known))
                .toList();
    }

    /** What each theme was given over the years, by its code; a grant counts for every theme of its use case. */
    public Map<String, ThemeCount> byTheme(Optional<CurrentUser> reader) {
        Map<String, ThemeCount> themes = new HashMap<>();
        seenBy(reader).stream()
                .flatMap(year -> year.themes().stream())
                .forEach(each -> themes.merge(each.theme().code(), each, ThemeCount::and));
        return themes;
    }

    /** The grants of a use case the reader has been let see; the latest year first. */
    public List<FundingGrant> of(UseCase useCase) {
        return grants.ofUseCase(useCase.id());
    }

    private static Year year(int year, List<FundingGrant> given, Map<String, UseCase> useCases) {
        Map<Labelled, ThemeCount> themes = new LinkedHashMap<>();
        List<Funded> funded = new ArrayList<>();
        for (FundingGrant grant : given) {
            UseCase useCase = useCases.get(grant.useCaseId());
            if (useCase == null) {
                continue;
            }
            funded.add(new Funded(
                    grant.id(), useCase.content().title(), useCase.url(), grant.totalBudget(), grant.share()));
            for (Labelled theme : useCase.content().themes()) {
                themes.merge(theme, new ThemeCount(theme, 1, grant.share()), ThemeCount::and);
            }
        }
        return new Year(
                year,
                given.size(),
                given.stream().mapToLong(FundingGrant::share).sum(),
                given.stream().mapToLong(FundingGrant::share).min().orElse(0),
                given.stream().mapToLong(FundingGrant::share).max().orElse(0),
                themes.values().stream()
                        .sorted(Comparator.comparing(ThemeCount::count)
                                .reversed()
                                .thenComparing(each -> each.theme().label()))
                        .toList(),
                funded.stream()
                        .sorted(Comparator.comparing(Funded::share).reversed().thenComparing(Funded::grantId))
                        .toList());
    }
}
