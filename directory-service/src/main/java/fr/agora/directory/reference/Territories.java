package fr.agora.directory.reference;

import fr.agora.directory.reference.TerritoryView.Kind;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Regions, departments and communes under one search. */
@Component
class Territories {

    private final Vocabularies vocabularies;
    private final Communes communes;
    private final List<Labelled> areas;

    Territories(Vocabularies vocabularies, Communes communes) {
        this.vocabularies = vocabularies;
        this.communes = communes;
        this.areas = vocabularies.territories().all().stream()
                .filter(area -> !area.code().startsWith(Communes.PREFIX))
                .toList();
    }

    /** Regions and departments before communes: they are few, and whoever types « Loire » may mean either. */
    List<TerritoryView> suggest(String typed, int most) {
        String wanted = Words.fold(typed.strip());
        List<String> codes = new ArrayList<>(areas.stream()
                .filter(area -> Words.fold(area.label()).startsWith(wanted)
                        || area.code().substring(4).equalsIgnoreCase(wanted))
                .map(Labelled::code)
                .limit(most)
                .toList());
        communes.suggest(typed, most - codes.size()).forEach(commune -> codes.add(commune.code()));
        return codes.stream().flatMap(code -> find(code, null).stream()).toList();
    }

    Optional<TerritoryView> find(String code, @Nullable Position from) {
        List<Labelled> line = vocabularies.withParents(code);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Optional<Commune> commune = communes.find(code);
        Optional<Position> position = communes.position(code);
        return Optional.of(new TerritoryView(
                code,
                line.getFirst().label(),
                kind(code),
                line.subList(1, line.size()),
                commune.map(Commune::postalCodes).orElse(List.of()),
                commune.map(Commune::population).orElse(null),
                position.map(at -> rounded(at.latitude(), 4)).orElse(null),
                position.map(at -> rounded(at.longitude(), 4)).orElse(null),
                position.map(Position::approximate).orElse(null),
                from == null
                        ? null
                        : position.map(at -> rounded(at.kilometresTo(from), 1)).orElse(null)));
    }

    private static Kind kind(String code) {
        return Stream.of(Kind.values())
                .filter(kind -> code.startsWith(kind.name().substring(0, 3)))
                .findFirst()
                .orElseThrow();
    }

    private static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(value * scale) / scale;
    }
}
