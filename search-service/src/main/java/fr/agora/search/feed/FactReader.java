package fr.agora.search.feed;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.MalformedFact;
import fr.agora.search.catalogue.Audience;
import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a fact changes in the catalogue. */
public final class FactReader {

    private FactReader() {}

    /**
     * Nothing for a fact of no interest here; several changes where a thing has versions for several audiences.
     *
     * @throws MalformedFact when a field the index needs is absent or of another shape
     */
    public static List<Change> read(Fact fact) {
        return kind(fact.type())
                .map(kind -> fact.type().fact().endsWith("-published")
                        ? published(kind, fact)
                        // an erased person leaves what a withdrawn one leaves: an id and a revision, nothing to read
                        : withdrawn(kind, fact))
                .orElse(List.of());
    }

    private static Optional<Kind> kind(FactType type) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.owner().equals(type.owner()) && type.version() == 1)
                .filter(kind -> Stream.of("-published", "-withdrawn", "-erased")
                        .anyMatch(ending -> type.fact().equals(kind.code() + ending)))
                .findFirst();
    }

    private static List<Change> withdrawn(Kind kind, Fact fact) {
        return versions(kind).stream()
                .<Change>map(version -> new Change.Withdrawal(kind, fact.subject(), version, fact.revision()))
                .toList();
    }

    private static List<String> versions(Kind kind) {
        return kind == Kind.MEMBER ? MemberVersions.ALL : List.of("");
    }

    private static List<Change> published(Kind kind, Fact fact) {
        try {
            return switch (kind) {
                case MEMBER -> MemberVersions.of(fact.as(MemberView.class), fact.subject(), fact.revision());
                case OFFER, USE_CASE, BLOCK, ORGANIZATION, REFERENCE_DATA -> List.of(whole(fact.as(shape(kind)), fact));
            };
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new MalformedFact("%s lacks what an entry needs: %s".formatted(fact, e.getMessage()));
        }
    }

    private static Change whole(View view, Fact fact) {
        return change(view, Audience.of(view.visibility(), List.of(), null), "", fact.subject(), fact.revision());
    }

    static Change change(View view, Audience audience, String version, String subject, long revision) {
        var entry = view.toEntry();
        if (!entry.id().equals(subject)) {
            throw new IllegalArgumentException("it is about another: " + entry.id());
        }
        // what only its owner may see has no place in an index
        return audience.isNobody()
                ? new Change.Withdrawal(entry.kind(), subject, version, revision)
                : new Change.Publication(entry, audience, version, revision);
    }

    private static Class<? extends View> shape(Kind kind) {
        return switch (kind) {
            case OFFER -> OfferView.class;
            case USE_CASE -> UseCaseView.class;
            case BLOCK -> BlockView.class;
            case MEMBER -> MemberView.class;
            case ORGANIZATION -> OrganizationView.class;
            case REFERENCE_DATA -> ReferenceDataView.class;
        };
    }
}
