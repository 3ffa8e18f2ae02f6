package fr.agora.directory.contact;

import fr.agora.directory.mandate.ContactKey;
import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.HolderNames.Holder;
import fr.agora.directory.mandate.Mandates;
import fr.agora.directory.mandate.Term;
import fr.agora.directory.member.Members;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.Organizations;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Walks the chain from the organisation itself to the State's own officer. All steps are one indexed query: a mandate
 * keeps the questions it answers, and the organisation what stands above it.
 */
@Service
public class ContactFinder {

    private final Organizations organizations;
    private final Mandates mandates;
    private final Members members;
    private final HolderNames names;
    private final Places places;
    private final Vocabularies vocabularies;
    private final ContactWords words;
    private final Clock clock;

    ContactFinder(
            Organizations organizations,
            Mandates mandates,
            Members members,
            HolderNames names,
            Places places,
            Vocabularies vocabularies,
            ContactWords words,
            Clock clock) {
        this.organizations = organizations;
        this.mandates = mandates;
        this.members = members;
        this.names = names;
        this.places = places;
        this.vocabularies = vocabularies;
        this.words = words;
        this.clock = clock;
    }

    /** @throws ProblemException {@code invalid-fields} for an unknown organisation, SIRET, commune or topic */
    public ContactAnswer find(ContactQuestion question, Optional<CurrentUser> reader) {
        List<FieldProblem> problems = new ArrayList<>();
        @Nullable Organization organization = organization(question, problems);
        Place place = place(question, organization, problems);
        @Nullable Labelled topic = topic(question, problems);
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        Chain chain = new Chain(organization, place, topic == null ? null : topic.code());
        List<Chain.Link> links = chain.order(mandates.contacts(chain.keys(), Term.today(clock)));
        Map<String, Holder> holders = names.visibleTo(
                members.reader(reader), links.stream().map(Chain.Link::mandate).toList());
        List<ContactPoint> points = links.stream()
                .map(link -> words.point(
                        link, organization, place, holders.get(link.mandate().holderId())))
                .toList();
        return new ContactAnswer(
                organization == null ? null : organization.ref(),
                place.asked(),
                topic,
                points.isEmpty() ? List.of(words.support()) : points);
    }

    private @Nullable Organization organization(ContactQuestion question, List<FieldProblem> problems) {
        @Nullable String id = question.organization();
        @Nullable String siret = question.siret();
        if (id != null) {
            return known(organizations.published(id), "organization", id, problems);
        }
        if (siret != null) {
            return known(
                    organizations.bySiret(siret.replace(" ", "")).filter(Organization::isPublished),
                    "siret",
                    siret,
                    problems);
        }
        return null;
    }

    private static @Nullable Organization known(
            Optional<Organization> found, String field, String value, List<FieldProblem> problems) {
        if (found.isEmpty()) {
            problems.add(FieldProblem.of(field, "field.unknown", value));
        }
        return found.orElse(null);
    }

    private Place place(ContactQuestion question, @Nullable Organization organization, List<FieldProblem> problems) {
        @Nullable String commune = question.commune();
        if (commune != null) {
            return places.find(commune).orElseGet(() -> {
                problems.add(FieldProblem.of("commune", "field.unknown", commune));
                return Place.UNKNOWN;
            });
        }
        return organization == null ? Place.UNKNOWN : places.of(organization);
    }

    private @Nullable Labelled topic(ContactQuestion question, List<FieldProblem> problems) {
        @Nullable String topic = question.topic();
        if (topic == null) {
            return null;
        }
        Labelled named = vocabularies.themes().named(topic);
        if (vocabularies.themes().find(named.code()).isEmpty()) {
            problems.add(FieldProblem.of("topic", "field.unknown", topic));
            return null;
        }
        return named;
    }

    /** Everything a place asks for, as an index holds it. */
    static List<String> keys(@Nullable Organization organization, Place place) {
        List<String> keys = new ArrayList<>();
        List<Labelled> territories = place.departmentsThenRegions();
        if (organization != null) {
            Stream.concat(Stream.of(organization.id()), organization.ancestorIds().stream())
                    .map(ContactKey::organization)
                    .forEach(keys::add);
            for (Ministry ministry : organization.ministries()) {
                territories.forEach(territory -> keys.add(ContactKey.relay(ministry.id(), territory.code())));
                keys.add(ContactKey.amdac(ministry.id()));
            }
        }
        territories.forEach(territory -> keys.add(ContactKey.referent(territory.code())));
        keys.add(ContactKey.agd());
        return List.copyOf(Set.copyOf(keys));
    }
}
