package fr.agora.projects.reuse;

import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.LineOutcome;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.copies.Ministry;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.usecase.Recognising;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes over reuses kept elsewhere. The same line again changes nothing; one with a later confirmation renews it. All
 * else is written here, by those who may.
 */
@Component
public class ReuseImporting {

    private static final Map<String, String> COLUMNS =
            Map.of("blocks", "briques", "since", "depuis", "context", "contexte", "contact", "contact");

    private final Reuses reuses;
    private final DeclarationReading reading;
    private final UseCases useCases;
    private final Recognising recognising;
    private final Organizations organizations;
    private final Clock clock;

    ReuseImporting(
            Reuses reuses,
            DeclarationReading reading,
            UseCases useCases,
            Recognising recognising,
            Organizations organizations,
            Clock clock) {
        this.reuses = reuses;
        this.reading = reading;
        this.useCases = useCases;
        this.recognising = recognising;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * One reuse of a file.
     *
     * @param key of its source, stays
     * @param said by the reusing organisation; names the use case by its id or its slug
     * @param confirmedOn the latest confirmation; absent where nobody has vouched for it yet
     */
    public record Imported(
            String key,
            String organizationId,
            DeclarationRequest said,
            LocalDate declaredOn,
            @Nullable LocalDate confirmedOn) {}

    public LineOutcome take(Imported line) {
        Optional<Reuse> known = reuses.findBySource(line.key());
        Reuse reuse = known.orElseGet(() -> declared(line));
        LocalDate confirmedOn = line.confirmedOn();
        boolean confirmed = confirmedOn != null && reuse.confirmedElsewhere(confirmedOn, clock);
        if (known.isPresent() && !confirmed) {
            return new LineOutcome.Unchanged(reuse.id());
        }
        try {
            recognising.changing(reuse.useCaseId(), () -> reuses.save(reuse));
        } catch (DuplicateKeyException another) {
            throw ReuseProblem.REUSE_ALREADY_DECLARED.asException();
        }
        return known.isPresent() ? new LineOutcome.Updated(reuse.id()) : new LineOutcome.Created(reuse.id());
    }

    private Reuse declared(Imported line) {
        String named = String.valueOf(line.said().useCase());
        UseCase useCase = useCases.find(named)
                .or(() -> useCases.findBySlug(named))
                .filter(UseCase::isPublished)
                .orElseThrow(() -> ProblemException.invalidField("cas_usage", "field.unknown", named));
        Organization organization = organizations
                .find(line.organizationId())
                .orElseThrow(
                        () -> ProblemException.invalidField("organisation_id", "field.unknown", line.organizationId()));
        if (useCase.content().organizationIds().contains(organization.id())) {
            throw ReuseProblem.REUSE_BY_OWNER.asException();
        }
        return Reuse.declaredElsewhere(
                OpaqueId.next("re"),
                line.key(),
                useCase.id(),
                organization.id(),
                declaration(line, useCase),
                organizations.lineage(organization.id()),
                organization.ministries().stream().map(Ministry::id).toList(),
                line.declaredOn());
    }

    private Declaration declaration(Imported line, UseCase useCase) {
        try {
            return reading.read(line.said(), useCase);
        } catch (ProblemException refused) {
            throw ProblemException.invalidFields(refused.fields().stream()
                    .map(each -> new FieldProblem(
                            COLUMNS.getOrDefault(each.field(), each.field()), each.message(), each.arguments()))
                    .toList());
        }
    }
}
