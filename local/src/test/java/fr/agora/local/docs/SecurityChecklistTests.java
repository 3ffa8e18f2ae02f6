package fr.agora.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/security/asvs.md says which test or which place answers a requirement: each is there. */
class SecurityChecklistTests {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".agora");
    private static final Pattern ID = Pattern.compile("V\\d+\\.\\d+\\.\\d+");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(?!(?:java|md)`)([a-z]\\w+)`");
    private static final Pattern METHOD = Pattern.compile("(?m)^\\s+(?:public )?void (\\w+)\\(");
    private static final Set<String> KINDS =
            Set.of("java", "js", "json", "jte", "md", "properties", "tsv", "xml", "yaml", "yml");
    private static final Pattern PLACE = Pattern.compile("`((?:[\\w.-]+/)*[\\w-]+\\.(\\w+)|Dockerfile)`");
    private static final List<String> REASONS =
            List.of("not met: ", "not met in part: ", "deployment: ", "does not apply: ");

    private static final Map<String, Set<String>> tests = new TreeMap<>();
    private static final Set<String> files = new TreeSet<>();
    private static String page;

    /** One line of a table: the numbers it answers, and the answer. */
    private record Row(List<String> ids, String answer) {

        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(5);
            assertThat(cells.subList(1, 5)).as(line).noneMatch(String::isEmpty);
            return new Row(List.of(cells.get(1).split(", ")), cells.getLast());
        }

        boolean isAnswered() {
            if (answer.startsWith("by ")) {
                return answer.length() > 20;
            }
            return TEST.matcher(answer).lookingAt()
                    || REASONS.stream()
                            .anyMatch(reason -> answer.startsWith(reason) && answer.length() > reason.length());
        }
    }

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(CHECKOUT.resolve("docs/security/asvs.md"));
        Files.walkFileTree(CHECKOUT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = CHECKOUT.relativize(file).toString();
                files.add(path);
                files.add(file.getFileName().toString());
                if (path.contains("src/test/java/") && path.endsWith(".java")) {
                    String name = file.getFileName().toString().replace(".java", "");
                    METHOD.matcher(Files.readString(file))
                            .results()
                            .forEach(each -> tests.computeIfAbsent(name, unknown -> new TreeSet<>())
                                    .add(each.group(1)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void everyRowHasATestAPlaceOrAReasonAndEveryNumberOneRow() {
        List<Row> rows = rows();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(150).allSatisfy(row -> {
            assertThat(row.ids()).allMatch(id -> ID.matcher(id).matches());
            assertThat(row.isAnswered()).as(row.toString()).isTrue();
        });
        assertThat(rows.stream().flatMap(row -> row.ids().stream())).doesNotHaveDuplicates();
    }

    @Test
    void everyTestNamedIsThere() {
        List<String> named = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        TEST.matcher(page).results().forEach(each -> {
            named.add(each.group());
            if (!tests.getOrDefault(each.group(1), Set.of()).contains(each.group(2))) {
                unknown.add(each.group());
            }
        });

        assertThat(unknown).isEmpty();
        assertThat(named).hasSizeGreaterThan(100);
    }

    @Test
    void everyFileNamedIsThere() {
        assertThat(PLACE.matcher(page)
                        .results()
                        .filter(each -> each.group(2) == null || KINDS.contains(each.group(2)))
                        .map(each -> each.group(1)))
                .hasSizeGreaterThan(50)
                .allMatch(files::contains);
    }

    @Test
    void whatIsNotMetIsToldAgainAtTheEnd() {
        String end = page.substring(page.indexOf("## What is wanting"));
        Set<String> told =
                ID.matcher(end).results().map(each -> each.group()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows().stream()
                        .filter(row -> row.answer().startsWith("not met"))
                        .flatMap(row -> row.ids().stream()))
                .isNotEmpty()
                .allMatch(told::contains);
    }

    @Test
    void theCountIsThatOfTheRows() {
        Map<String, Long> count = rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.answer().startsWith("`")
                                ? "test"
                                : row.answer().replaceFirst("(:|(?<=by) ).*", ""),
                        Collectors.summingLong(row -> row.ids().size())));

        assertThat(page)
                .contains("Of %d requirements %d are shown by a test, %d fulfilled by a place, %d the deployment's, "
                                .formatted(
                                        count.values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum(),
                                        count.get("test"),
                                        count.get("by"),
                                        count.get("deployment"))
                        + "%d not met, %d met in part, %d do not apply"
                                .formatted(
                                        count.getOrDefault("not met", 0L),
                                        count.getOrDefault("not met in part", 0L),
                                        count.get("does not apply")));
    }

    private static List<Row> rows() {
        return page.lines().filter(line -> line.startsWith("| V")).map(Row::of).toList();
    }
}
