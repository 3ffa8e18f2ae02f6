package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Circumstances;
import fr.agora.jobs.offer.Classification;
import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.OfferRequest;
import fr.agora.jobs.offer.Seniority;
import fr.agora.jobs.offer.Visibility;
import fr.agora.jobs.offer.Word;
import fr.agora.jobs.reference.Territories;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into the form of an offer: all of it text, so that nothing is lost when it is wrong. */
record OfferForm(MultiValueMap<String, String> typed) {

    static final int MOST_PLACES = 20;

    /** The fields of a stored offer, as the form names them. */
    static Map<String, Object> stored(Offer offer) {
        OfferContent content = offer.content();
        Map<String, Object> values = new HashMap<>();
        values.put("title", content.title());
        values.put("summary", content.summary());
        put(values, "description", content.description());
        put(values, "organizationId", content.organizationId());
        values.put("remoteDaysPerWeek", content.remoteDaysPerWeek());
        values.put("contractTypes", content.contractTypes());
        values.put("jobFamily", content.jobFamily().code());
        values.put("seniority", content.seniority());
        values.put(
                "skills",
                content.skills().stream()
                        .filter(skill -> !content.requiredSkills().contains(skill.code()))
                        .map(Labelled::label)
                        .map(OfferForm::oneWord)
                        .toList());
        values.put(
                "requiredSkills",
                content.skills().stream()
                        .filter(skill -> content.requiredSkills().contains(skill.code()))
                        .map(Labelled::label)
                        .map(OfferForm::oneWord)
                        .toList());
        if (content.salary() != null) {
            put(values, "salaryFrom", content.salary().from());
            put(values, "salaryTo", content.salary().to());
        }
        Classification frame = content.classification();
        put(values, "rome", frame.rome() == null ? null : frame.rome().code());
        put(values, "rmfp", frame.rmfp());
        put(values, "category", frame.category());
        put(values, "access", frame.access());
        put(values, "versant", frame.versant());
        Circumstances around = content.circumstances();
        put(values, "address", around.address());
        put(values, "labId", around.labId());
        put(values, "team", around.team());
        put(values, "process", around.process());
        put(values, "contactMandateId", around.contactMandateId());
        put(values, "salaryText", content.salaryText());
        values.put("useCases", content.useCaseIds());
        values.put("validThrough", content.hasEnd() ? content.validThrough() : "");
        values.put("visibility", content.visibility());
        List<Labelled> places = Territories.mostPrecise(content.territories());
        for (int index = 0; index < places.size(); index++) {
            values.put("territories[" + index + "]", places.get(index).code());
        }
        values.put("seen", seen(offer));
        return values;
    }

    /** What an edit form remembers of the offer it shows, to notice that it changed meanwhile. */
    static String seen(Offer offer) {
        return Long.toString(offer.updatedAt().toEpochMilli());
    }

    OfferRequest request(List<Labelled> knownPlaces) {
        List<FieldProblem> unreadable = Stream.of("salaryFrom", "salaryTo")
                .filter(field -> text(field) != null && number(field) == null)
                .map(field -> FieldProblem.of(field, "offer.salary-range"))
                .toList();
        if (!unreadable.isEmpty()) {
            throw ProblemException.invalidFields(unreadable);
        }
        return new OfferRequest(
                text("title"),
                text("summary"),
                text("description"),
                text("organizationId"),
                places(knownPlaces),
                number("remoteDaysPerWeek"),
                all("contractTypes")
                        .flatMap(name -> Arrays.stream(ContractType.values())
                                .filter(type -> type.name().equals(name)))
                        .toList(),
                word(text("jobFamily")),
                Arrays.stream(Seniority.values())
                        .filter(level -> level.name().equals(text("seniority")))
                        .findFirst()
                        .orElse(null),
                words("skills"),
                text("salaryText"),
                all("useCases").map(Word::of).toList(),
                day("validThrough"),
                visibility(),
                words("requiredSkills"),
                number("salaryFrom"),
                number("salaryTo"),
                word(text("rome")),
                text("rmfp"),
                chosen("category", Classification.Category.values()),
                chosen("access", Classification.Access.values()),
                chosen("versant", Classification.Versant.values()),
                text("address"),
                text("labId"),
                text("team"),
                text("process"),
                text("contactMandateId"));
    }

    private List<Word> words(String field) {
        return all(field)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Word::of)
                .toList();
    }

    private <T extends Enum<T>> @Nullable T chosen(String field, T[] all) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(text(field)))
                .findFirst()
                .orElse(null);
    }

    /** A field with something in it that could not be read: its error is not that it is missing. */
    boolean isTyped(String field) {
        return text(field) != null;
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

    private List<Word> places(List<Labelled> known) {
        Map<String, String> labels =
                known.stream().collect(Collectors.toMap(Labelled::code, Labelled::label, (first, same) -> first));
        return IntStream.range(0, MOST_PLACES)
                .mapToObj(index -> text("territories[" + index + "]"))
                .filter(Objects::nonNull)
                .map(code -> new Word(code, labels.get(code)))
                .toList();
    }

    private Stream<String> all(String field) {
        return typed.getOrDefault(field, List.of()).stream().filter(value -> !value.isBlank());
    }

    private @Nullable Integer number(String field) {
        String value = text(field);
        try {
            // people write thousands apart
            return value == null ? null : Integer.valueOf(value.replaceAll("[\\s\\u00a0\\u202f]", ""));
        } catch (NumberFormatException wrong) {
            return null;
        }
    }

    private @Nullable LocalDate day(String field) {
        String value = text(field);
        try {
            return value == null ? null : LocalDate.parse(value.strip());
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    /** Anything odd is the narrowest, which is refused: a form never opens an offer wider than was asked. */
    private @Nullable Visibility visibility() {
        String value = text("visibility");
        if (value == null) {
            return null;
        }
        return Arrays.stream(Visibility.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElse(Visibility.ME);
    }

    private static @Nullable Word word(@Nullable String code) {
        return code == null ? null : Word.of(code);
    }

    /** The field separates words by commas. */
    private static String oneWord(String label) {
        return label.replace(',', ' ');
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
