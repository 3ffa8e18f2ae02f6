package fr.agora.projects.support;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** The versions of the security checklist; administrators write the next one. */
@Service
public class SecurityChecklists {

    private final MongoTemplate store;
    private final Clock clock;

    SecurityChecklists(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public SecurityChecklist inForce() {
        Query latest = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
        SecurityChecklist found = store.findOne(latest, SecurityChecklist.class);
        return found == null ? SecurityChecklist.FIRST : found;
    }

    /** A version that was or is in force. */
    public Optional<SecurityChecklist> version(int version) {
        SecurityChecklist found = store.findById(version, SecurityChecklist.class);
        return found == null && version == SecurityChecklist.FIRST.version()
                ? Optional.of(SecurityChecklist.FIRST)
                : Optional.ofNullable(found);
    }

    /** @param seen the version the administrator had before their eyes: another's work is never overwritten unseen */
    public SecurityChecklist replace(CurrentUser admin, @Nullable Integer seen, @Nullable List<String> items) {
        if (!admin.isAdmin()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (seen == null) {
            throw ProblemException.invalidField("version", "field.required");
        }
        List<String> written = checked(items);
        SecurityChecklist now = inForce();
        if (seen != now.version()) {
            throw new ProblemException(CommonProblem.EDIT_CONFLICT);
        }
        try {
            return store.insert(new SecurityChecklist(now.version() + 1, written, SupportRequest.now(clock)));
        } catch (DuplicateKeyException meanwhile) {
            throw new ProblemException(CommonProblem.EDIT_CONFLICT);
        }
    }

    private static List<String> checked(@Nullable List<String> items) {
        List<String> written = new ArrayList<>();
        for (String item : items == null ? List.<String>of() : items) {
            if (item != null && !item.isBlank()) {
                written.add(item.strip());
            }
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (written.isEmpty()) {
            problems.add(FieldProblem.of("items", "field.required"));
        }
        if (written.size() > SecurityChecklist.MOST_ITEMS) {
            problems.add(FieldProblem.of("items", "field.too-many", SecurityChecklist.MOST_ITEMS));
        }
        if (written.stream().anyMatch(item -> item.length() > SecurityChecklist.LONGEST_ITEM)) {
            problems.add(FieldProblem.of("items", "field.too-long", SecurityChecklist.LONGEST_ITEM));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        return written;
    }
}
