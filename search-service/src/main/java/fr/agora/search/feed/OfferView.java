package fr.agora.search.feed;

import fr.agora.platform.ui.Markdown;
import fr.agora.search.catalogue.Entry;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.catalogue.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

record OfferView(
        String id,
        String title,
        @Nullable String summary,
        @Nullable String description,
        int remoteDaysPerWeek,
        @Nullable List<String> contractTypes,
        @Nullable Reference jobFamily,
        @Nullable String seniority,
        @Nullable Salary salary,
        @Nullable List<Reference> organizations,
        @Nullable List<Reference> ministries,
        @Nullable List<Reference> territories,
        @Nullable List<Reference> skills,
        @Nullable List<UseCase> useCases,
        @Nullable Instant publishedAt,
        @Nullable LocalDate validThrough,
        String visibility,
        String url)
        implements View {

    record UseCase(String id, String title) {}

    /** Euros a year before tax; either end may be absent. */
    record Salary(@Nullable Integer from, @Nullable Integer to) {}

    @Override
    public Entry toEntry() {
        var specifics = new Fields()
                .with("validThrough", validThrough)
                .with("contractTypes", contractTypes)
                .with("jobFamily", jobFamily == null ? null : jobFamily.code())
                .with("seniority", seniority)
                .with("salaryBands", salary == null ? null : SalaryBands.of(salary.from(), salary.to()));
        var marks = new Fields()
                .with("remoteDays", remoteDaysPerWeek)
                .with("contractTypes", contractTypes)
                .with("validThrough", validThrough);
        return new Entry(
                Kind.OFFER,
                id,
                title,
                null,
                summary,
                Markdown.toText(description, Integer.MAX_VALUE),
                strong(),
                keywords(),
                url,
                Reference.labels(organizations),
                Reference.labels(ministries),
                Reference.labels(territories),
                Reference.labels(skills),
                List.of(),
                remoteDaysPerWeek,
                publishedAt,
                specifics.asMap(),
                marks.asMap());
    }

    private List<String> strong() {
        if (jobFamily == null) {
            return List.of();
        }
        var words = new ArrayList<>(
                Vocabulary.JOB_FAMILIES.aliases(jobFamily.toLabel().code()));
        words.add(jobFamily.toLabel().label());
        return words;
    }

    private List<String> keywords() {
        var words = new ArrayList<>(Reference.acronyms(organizations));
        words.add(Words.of("remote." + remoteDaysPerWeek));
        if (contractTypes != null) {
            contractTypes.forEach(type -> words.add(Words.of("contract." + type)));
        }
        if (seniority != null) {
            words.add(Words.of("seniority." + seniority));
        }
        if (useCases != null) {
            useCases.forEach(useCase -> words.add(useCase.title()));
        }
        words.add(Words.of("kind.offer"));
        return words;
    }
}
