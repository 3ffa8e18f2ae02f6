package fr.agora.directory.mandate;

import fr.agora.directory.mandate.MandateDraft.ScopeDraft;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationKind;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.directory.organization.Organizations;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.web.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what a perimeter means in the present tree: organisations by name, ministries, narrowest territories. */
@Component
class Competences {

    private final Organizations organizations;
    private final Vocabularies vocabularies;

    Competences(Organizations organizations, Vocabularies vocabularies) {
        this.organizations = organizations;
        this.vocabularies = vocabularies;
    }

    /** @param problems receives what is wrong; the answer then is of no use */
    Competence read(MandateRole role, String organizationId, ScopeDraft scope, List<FieldProblem> problems) {
        List<String> named = scope.organizations().isEmpty() ? List.of(organizationId) : scope.organizations();
        Set<String> all = new LinkedHashSet<>(named);
        all.add(organizationId);
        Map<String, Organization> known = organizations.byIds(List.copyOf(all));
        known.values().removeIf(each -> !each.isPublished());
        if (!known.containsKey(organizationId)) {
            problems.add(FieldProblem.of("organizationId", "field.unknown", organizationId));
        }
        scope.organizations().stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> problems.add(FieldProblem.of("scope.organizations", "field.unknown", id)));
        scope.territories().stream()
                .filter(code -> !vocabularies.isTerritory(code))
                .forEach(code -> problems.add(FieldProblem.of("scope.territories", "field.unknown", code)));
        scope.topics().stream()
                .filter(code -> vocabularies.themes().find(code).isEmpty())
                .forEach(code -> problems.add(FieldProblem.of("scope.topics", "field.unknown", code)));
        Organization organization = known.get(organizationId);
        if (organization == null) {
            return new Competence(
                    new OrganizationRef(organizationId, organizationId, null),
                    new Scope(List.of(), List.of(), List.of()),
                    List.of(),
                    List.of());
        }
        List<Labelled> territories =
                scope.territories().stream().map(this::territory).toList();
        List<Labelled> topics = scope.topics().stream()
                .map(vocabularies.themes()::named)
                .distinct()
                .toList();
        Competence competence = compute(
                role,
                organization,
                named.stream().filter(known::containsKey).map(known::get).toList(),
                territories,
                topics);
        check(role, organization, competence, problems);
        return competence;
    }

    /** The same perimeter in the tree as it is now. */
    Competence again(Mandate mandate) {
        return again(mandate, mandate.organization(), mandate.scope());
    }

    /** The same, where one organisation was taken over by another. */
    Competence merged(Mandate mandate, String from, OrganizationRef into) {
        Scope scope = mandate.scope();
        return again(
                mandate,
                surviving(mandate.organization(), from, into),
                new Scope(
                        scope.organizations().stream()
                                .map(each -> surviving(each, from, into))
                                .distinct()
                                .toList(),
                        scope.territories(),
                        scope.topics()));
    }

    private static OrganizationRef surviving(OrganizationRef each, String from, OrganizationRef into) {
        return each.id().equals(from) ? into : each;
    }

    private Competence again(Mandate mandate, OrganizationRef named, Scope scope) {
        Set<String> all = new LinkedHashSet<>(scope.organizationIds());
        all.add(named.id());
        Map<String, Organization> known = organizations.byIds(List.copyOf(all));
        Organization organization = known.get(named.id());
        List<Organization> covered = scope.organizationIds().stream()
                .filter(known::containsKey)
                .map(known::get)
                .toList();
        return organization == null || covered.isEmpty()
                ? new Competence(named, scope, mandate.ministries(), mandate.territories())
                : compute(mandate.role(), organization, covered, scope.territories(), scope.topics());
    }

    private Competence compute(
            MandateRole role,
            Organization organization,
            List<Organization> covered,
            List<Labelled> territories,
            List<Labelled> topics) {
        List<String> codes = territories.stream().map(Labelled::code).toList();
        if (codes.isEmpty() && organization.kind() == OrganizationKind.FIELD_SERVICE) {
            codes = organization.territoryCodes();
        }
        return new Competence(
                organization.ref(),
                new Scope(covered.stream().map(Organization::ref).toList(), territories, topics),
                ministries(role, organization, covered),
                narrowest(codes));
    }

    private static List<Ministry> ministries(MandateRole role, Organization organization, List<Organization> covered) {
        return switch (role) {
            case AGD -> List.of();
            case AMDAC, AMDAC_DELEGATE ->
                covered.stream()
                        .filter(each -> each.kind() == OrganizationKind.MINISTRY)
                        .map(each -> new Ministry(each.id(), each.name()))
                        .toList();
            case DATALAB_HEAD, RELAY, REGIONAL_REFERENT -> organization.ministries();
        };
    }

    private static void check(
            MandateRole role, Organization organization, Competence competence, List<FieldProblem> problems) {
        boolean ofMinistry = role == MandateRole.AMDAC || role == MandateRole.AMDAC_DELEGATE;
        if (ofMinistry && competence.ministries().isEmpty()) {
            problems.add(FieldProblem.of("organizationId", "field.ministry-needed"));
        }
        if (role == MandateRole.DATALAB_HEAD && organization.kind() != OrganizationKind.DATALAB) {
            problems.add(FieldProblem.of("organizationId", "field.datalab-needed"));
        }
        if (role == MandateRole.REGIONAL_REFERENT && competence.territories().isEmpty()) {
            problems.add(FieldProblem.of("scope.territories", "field.required"));
        }
    }

    private Labelled territory(String code) {
        return vocabularies.territoriesAround(List.of(code)).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(new Labelled(code, code));
    }

    /** Without the codes of those that hold another of the list: a department's service is not one of the region. */
    private List<String> narrowest(List<String> codes) {
        List<String> wider = new ArrayList<>();
        for (String code : codes) {
            vocabularies.withParents(code).stream()
                    .map(Labelled::code)
                    .filter(each -> !each.equals(code))
                    .forEach(wider::add);
        }
        return codes.stream().distinct().filter(code -> !wider.contains(code)).toList();
    }
}
