package fr.agora.projects.usecase;

import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.FieldProblem;
import fr.agora.projects.licence.Licences;
import fr.agora.projects.usecase.UseCaseRequest.WrittenBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes bricks of what was written; a licence that is none is refused with those it resembles. */
public final class WrittenBlocks {

    private WrittenBlocks() {}

    /** @param before whose bricks keep their ids; nobody else's may be named */
    static List<Block> read(List<WrittenBlock> written, @Nullable UseCase before, List<FieldProblem> problems) {
        List<Block> blocks = new ArrayList<>();
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
            blocks.add(new Block(
                    id == null ? OpaqueId.next("brk") : id,
                    each.name().strip(),
                    each.kind(),
                    UseCaseReading.orAbsent(each.summary()),
                    licence,
                    Objects.requireNonNullElse(each.access(), BlockAccess.ON_REQUEST)));
        }
        return blocks;
    }

    /** Says what may have been meant. */
    public static FieldProblem unknownLicence(String field, String typed) {
        List<String> nearest = Licences.nearest(typed);
        return nearest.isEmpty()
                ? FieldProblem.of(field, "use-case.licence")
                : FieldProblem.of(field, "use-case.licence.nearest", String.join(", ", nearest));
    }
}
