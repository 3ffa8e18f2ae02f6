package fr.agora.search.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Queries with what people thought of their answers.
 *
 * @param grades by query, then by document: 0 to 3
 */
record Judgements(List<Query> queries, Map<String, Map<String, Integer>> grades) {

    private static final Map<String, List<String>> KINDS = Map.of(
            "member", List.of("member"),
            "project", List.of("use-case", "block"),
            "job", List.of("offer"),
            "organisation", List.of("organization"));

    /** @param kinds the tab its reader stands on; none for all */
    record Query(String id, String words, List<String> kinds) {}

    static Judgements of(Path folder) {
        var queries = new ArrayList<Query>();
        for (var cells : rows(folder.resolve("queries.tsv"))) {
            var kinds = new ArrayList<String>();
            for (var type : cells[2].split("\\|")) {
                kinds.addAll(KINDS.getOrDefault(type, List.of()));
            }
            queries.add(new Query(cells[0], cells[1], kinds));
        }
        var grades = new HashMap<String, Map<String, Integer>>();
        for (var cells : rows(folder.resolve("qrels.tsv"))) {
            grades.computeIfAbsent(cells[0], absent -> new HashMap<>())
                    .put(cells[2], Integer.parseInt(cells[3].strip()));
        }
        return new Judgements(queries, grades);
    }

    Map<String, Integer> of(Query query) {
        return grades.getOrDefault(query.id(), Map.of());
    }

    private static List<String[]> rows(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
