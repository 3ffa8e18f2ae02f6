package fr.agora.projects.usecase;

import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.FieldProblem;
import fr.agora.projects.licence.Licences;
import fr.agora.projects.usecase.Block.Maintainer;
import fr.agora.projects.usecase.UseCaseRequest.WrittenBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes bricks of what was written; a licence that is none is refused with those it resembles. */
public final class WrittenBlocks {

    private WrittenBlocks() {}

    /** @param before whose bricks keep their ids; nobody else's may be named */
    static Read read(
            List<WrittenBlock> written,
            @Nullable UseCase before,
            Function<String, Optional<Maintainer>> maintainers,
            List<FieldProblem> problems) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> dependsOn = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < written.size(); index++) {
            WrittenBlock each = written.get(index);
            if (each == null) {
                continue;
            }
            String field = "blocks[" + index + "]";
            String licence = UseCaseReading.orAbsent(each.licence());
            if (licence != null) {
                licence = Licences.canonical(licence).orElse(null);
                if (licence == null) {
                    problems.add(unknownLicence(field + ".licence", Objects.requireNonNull(each.licence())));
                    continue;
                }
            }
            String id = UseCaseReading.orAbsent(each.id());
            if (id != null && (before == null || !before.owns(id) || !ids.add(id))) {
                problems.add(FieldProblem.of(field + ".id", "field.unknown", id));
                continue;
            }
            if (each.name() == null || each.name().isBlank() || each.kind() == null) {
                // said by the constraints already
                continue;
            }
            dependsOn.add(UseCaseReading.orEmpty(each.dependsOn()).stream()
                    .filter(word -> word != null && !word.isBlank())
                    .toList());
            blocks.add(new Block(
                    id == null ? OpaqueId.next("brk") : id,
                    each.name().strip(),
                    each.kind(),
                    UseCaseReading.orAbsent(each.summary()),
                    licence,
                    Objects.requireNonNullElse(each.access(), BlockAccess.ON_REQUEST),
                    maintainer(each.maintainer(), field, maintainers, problems),
                    WebLink.read(each.documentation(), field + ".documentation", problems),
                    WebLink.read(each.repository(), field + ".repository", problems),
                    List.of()));
        }
        return new Read(blocks, dependsOn);
    }

    /**
     * What was written.
     *
     * @param dependsOn for each brick, as it was written
     */
    record Read(List<Block> blocks, List<List<String>> dependsOn) {}

    private static @Nullable Maintainer maintainer(
            @Nullable Word written,
            String field,
            Function<String, Optional<Maintainer>> known,
            List<FieldProblem> problems) {
        if (written == null || written.text().isEmpty()) {
            return null;
        }
        Optional<Maintainer> found = known.apply(written.text());
        if (found.isEmpty()) {
            problems.add(FieldProblem.of(field + ".maintainer", "field.unknown", written.text()));
        }
        return found.orElse(null);
    }

    /** Says what may have been meant. */
    public static FieldProblem unknownLicence(String field, String typed) {
        List<String> nearest = Licences.nearest(typed);
        return nearest.isEmpty()
                ? FieldProblem.of(field, "use-case.licence")
                : FieldProblem.of(field, "use-case.licence.nearest", String.join(", ", nearest));
    }
}
