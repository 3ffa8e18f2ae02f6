package fr.agora.projects.usecase.web;

import fr.agora.platform.text.Labelled;
import fr.agora.projects.reference.Territories;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.BlockAccess;
import fr.agora.projects.usecase.BlockKind;
import fr.agora.projects.usecase.Indicator;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseContent;
import fr.agora.projects.usecase.UseCaseRequest;
import fr.agora.projects.usecase.UseCaseRequest.WrittenBlock;
import fr.agora.projects.usecase.UseCaseRequest.WrittenIndicator;
import fr.agora.projects.usecase.UseCaseRequest.WrittenOriginality;
import fr.agora.projects.usecase.Visibility;
import fr.agora.projects.usecase.Word;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into the form of a use case: all of it text, so that nothing is lost when it is wrong. */
record UseCaseForm(MultiValueMap<String, String> typed) {

    static final int MOST_ROWS = 200;
    private static final List<String> OF_INDICATOR =
            List.of("label", "before", "after", "unit", "measuredOn", "source");
    /** The kind and the access are chosen, not typed: alone they make no brick. */
    private static final List<String> OF_BLOCK =
            List.of("name", "summary", "licence", "documentation", "repository", "dependsOn");

    /** The fields of a stored use case, as the form names them. */
    static Map<String, Object> stored(UseCase useCase) {
        UseCaseContent content = useCase.content();
        Map<String, Object> values = new HashMap<>();
        values.put("title", content.title());
        values.put("pitch", content.pitch());
        put(values, "audience", content.audience());
        put(values, "whatChanges", content.whatChanges());
        put(values, "description", content.description());
        values.put("phase", content.phase());
        values.put("visibility", content.visibility());
        values.put(
                "skills",
                content.skills().stream()
                        .map(skill -> skill.label().replace(',', ' '))
                        .toList());
        rows(values, "organizations", content.organizationIds());
        rows(values, "themes", content.themes().stream().map(Labelled::code).toList());
        rows(
                values,
                "territories",
                Territories.mostPrecise(content.territories()).stream()
                        .map(Labelled::code)
                        .toList());
        for (int index = 0; index < content.indicators().size(); index++) {
            Indicator indicator = content.indicators().get(index);
            String row = "indicators[" + index + "].";
            put(values, row + "label", indicator.label());
            put(values, row + "before", indicator.before());
            put(values, row + "after", indicator.after());
            put(values, row + "unit", indicator.unit());
            put(values, row + "measuredOn", indicator.measuredOn());
            put(values, row + "source", indicator.source());
        }
        for (int index = 0; index < content.blocks().size(); index++) {
            Block block = content.blocks().get(index);
            String row = "blocks[" + index + "].";
            values.put(row + "id", block.id());
            values.put(row + "name", block.name());
            values.put(row + "kind", block.kind());
            put(values, row + "summary", block.summary());
            put(values, row + "licence", block.licence());
            values.put(row + "access", block.access());
            if (block.maintainer() != null) {
                values.put(row + "maintainer", block.maintainer().id());
            }
            put(values, row + "documentation", block.documentation());
            put(values, row + "repository", block.repository());
            put(values, row + "dependsOn", needed(block, content));
        }
        put(values, "repository", content.repository());
        put(values, "website", content.website());
        values.put("seen", seen(useCase));
        return values;
    }

    /** Siblings by their names, others by the addresses of their pages. */
    private static @Nullable String needed(Block block, UseCaseContent content) {
        String all = block.dependsOn().stream()
                .map(id -> content.blocks().stream()
                        .filter(sibling ->
                                sibling.id().equals(id) && !sibling.name().contains(","))
                        .map(Block::name)
                        .findFirst()
                        .orElse("/briques/" + id))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    /** What an edit form remembers of the use case it shows, to notice that it changed meanwhile. */
    static String seen(UseCase useCase) {
        return Long.toString(useCase.updatedAt().toEpochMilli());
    }

    /** @param before whose communes keep their names */
    UseCaseRequest request(@Nullable UseCase before) {
        Map<String, String> places = before == null
                ? Map.of()
                : before.content().territories().stream()
                        .collect(Collectors.toMap(Labelled::code, Labelled::label, (first, same) -> first));
        return new UseCaseRequest(
                text("title"),
                null,
                text("pitch"),
                text("audience"),
                text("whatChanges"),
                text("description"),
                oneOf("phase", Phase.values(), null),
                filled("indicators").stream().map(this::indicator).toList(),
                filled("blocks").stream().map(this::block).toList(),
                chosen("organizations", Word::of),
                chosen("territories", code -> new Word(code, places.get(code))),
                commaSeparated(text("skills")).stream().map(Word::of).toList(),
                chosen("themes", Word::of),
                text("repository"),
                text("website"),
                originality(),
                visibility());
    }

    /** The rows with something in them: the others are left out of the request, so its numbers differ from theirs. */
    List<Integer> filled(String list) {
        return IntStream.range(0, MOST_ROWS)
                .filter(row -> isFilled(list, row))
                .boxed()
                .toList();
    }

    private boolean isFilled(String list, int row) {
        String start = list + "[" + row + "]";
        return switch (list) {
            case "indicators" -> OF_INDICATOR.stream().anyMatch(field -> text(start + "." + field) != null);
            case "blocks" -> OF_BLOCK.stream().anyMatch(field -> text(start + "." + field) != null);
            default -> text(start) != null;
        };
    }

    private WrittenIndicator indicator(int row) {
        String start = "indicators[" + row + "].";
        return new WrittenIndicator(
                text(start + "label"),
                text(start + "before"),
                text(start + "after"),
                text(start + "unit"),
                text(start + "measuredOn"),
                text(start + "source"));
    }

    private WrittenBlock block(int row) {
        String start = "blocks[" + row + "].";
        return new WrittenBlock(
                text(start + "id"),
                text(start + "name"),
                oneOf(start + "kind", BlockKind.values(), null),
                text(start + "summary"),
                text(start + "licence"),
                oneOf(start + "access", BlockAccess.values(), null),
                text(start + "maintainer") == null ? null : Word.of(Objects.requireNonNull(text(start + "maintainer"))),
                text(start + "documentation"),
                text(start + "repository"),
                commaSeparated(text(start + "dependsOn")));
    }

    /** Only the form of a new use case asks. */
    private @Nullable WrittenOriginality originality() {
        List<String> considered = typed.getOrDefault("considered", List.of());
        String reason = text("reason");
        return considered.isEmpty() && reason == null ? null : new WrittenOriginality(considered, reason);
    }

    private static List<String> commaSeparated(@Nullable String text) {
        return Arrays.stream(Objects.requireNonNullElse(text, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private List<Word> chosen(String list, Function<String, Word> word) {
        return filled(list).stream()
                .map(row -> text(list + "[" + row + "]"))
                .filter(Objects::nonNull)
                .map(word)
                .toList();
    }

    /** Anything odd is the narrowest, which is refused: a form never opens a use case wider than was asked. */
    private @Nullable Visibility visibility() {
        return text("visibility") == null ? null : oneOf("visibility", Visibility.values(), Visibility.ME);
    }

    private <T extends Enum<T>> @Nullable T oneOf(String field, T[] values, @Nullable T otherwise) {
        String value = text(field);
        return Arrays.stream(values)
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElse(otherwise);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        typed.forEach((name, given) -> values.put(name, given.size() == 1 ? given.getFirst() : given));
        return values;
    }

    @Nullable
    String text(String field) {
        String value = typed.getFirst(field);
        return value == null || value.isBlank() ? null : value.replace("\r\n", "\n");
    }

    private static void rows(Map<String, Object> values, String list, List<String> chosen) {
        for (int index = 0; index < chosen.size(); index++) {
            values.put(list + "[" + index + "]", chosen.get(index));
        }
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
