package fr.agora.projects.export;

import fr.agora.platform.text.Labelled;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.Indicator;
import fr.agora.projects.usecase.OrganizationRef;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseContent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the exported files: flat texts in a fixed order of columns. */
final class Exports {

    static final List<String> USE_CASE = List.of(
            "id",
            "title",
            "pitch",
            "publics",
            "ce_qui_change",
            "phase",
            "phase_depuis",
            "organismes",
            "ministeres",
            "territoires",
            "themes",
            "competences",
            "indicateurs",
            "briques",
            "depot",
            "site",
            "publie_le",
            "modifie_le",
            "page");
    static final List<String> BLOCK = List.of(
            "id",
            "nom",
            "nature",
            "resume",
            "licence",
            "acces",
            "documentation",
            "depot",
            "depend_de",
            "cas_usage",
            "cas_usage_titre",
            "phase",
            "organismes",
            "themes",
            "page");

    private final String publicUrl;

    Exports(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    Map<String, @Nullable String> useCase(UseCase useCase) {
        UseCaseContent content = useCase.content();
        return row(
                USE_CASE,
                useCase.id(),
                content.title(),
                content.pitch(),
                content.audience(),
                content.whatChanges(),
                content.phase().name(),
                useCase.history().getLast().on().toString(),
                organizations(useCase),
                joined(useCase.surroundings().ministries(), each -> each.name()),
                joined(content.territories(), Labelled::code),
                joined(content.themes(), Labelled::label),
                joined(content.skills(), Labelled::label),
                joined(content.indicators(), Exports::indicator),
                joined(content.blocks(), Block::id),
                content.repository(),
                content.website(),
                useCase.publishedAt() == null ? null : useCase.publishedAt().toString(),
                useCase.updatedAt().toString(),
                publicUrl + useCase.url());
    }

    Map<String, @Nullable String> block(UseCase useCase, Block block) {
        return row(
                BLOCK,
                block.id(),
                block.name(),
                block.kind().name(),
                block.summary(),
                block.licence(),
                block.access().name(),
                block.documentation(),
                block.repository(),
                String.join("|", block.dependsOn()),
                useCase.id(),
                useCase.content().title(),
                useCase.content().phase().name(),
                organizations(useCase),
                joined(useCase.content().themes(), Labelled::label),
                publicUrl + block.url());
    }

    private static String organizations(UseCase useCase) {
        return joined(OrganizationRef.of(useCase.surroundings()), OrganizationRef::name);
    }

    private static String indicator(Indicator indicator) {
        String unit = indicator.unit() == null ? "" : " " + indicator.unit();
        return indicator.label() + " : " + indicator.before() + " → " + indicator.after() + unit + " ("
                + indicator.measuredOn() + ", " + indicator.source() + ")";
    }

    private static <T> String joined(List<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining("|"));
    }

    private static Map<String, @Nullable String> row(List<String> columns, @Nullable String... cells) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            row.put(columns.get(index), Arrays.asList(cells).get(index));
        }
        return row;
    }
}
