package fr.agora.search.feed;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.MalformedFact;
import fr.agora.search.catalogue.Audience;
import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a fact changes in the catalogue. */
public final class FactReader {

    private FactReader() {}

    /**
     * Empty for a fact of no interest here.
     *
     * @throws MalformedFact when a field the index needs is absent or of another shape
     */
    public static Optional<Change> read(Fact fact) {
        return kind(fact.type())
                .map(kind -> fact.type().fact().endsWith("-published")
                        ? published(kind, fact)
                        // an erased person leaves what a withdrawn one leaves: an id and a revision, nothing to read
                        : new Change.Withdrawal(kind, fact.subject(), fact.revision()));
    }

    private static Optional<Kind> kind(FactType type) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.owner().equals(type.owner()) && type.version() == 1)
                .filter(kind -> Stream.of("-published", "-withdrawn", "-erased")
                        .anyMatch(ending -> type.fact().equals(kind.code() + ending)))
                .findFirst();
    }

    private static Change published(Kind kind, Fact fact) {
        try {
            var view = fact.as(shape(kind));
            var entry = view.toEntry();
            if (!entry.id().equals(fact.subject())) {
                throw new MalformedFact("%s is about another than it says: %s".formatted(fact, entry.id()));
            }
            return Audience.ofVisibility(view.visibility())
                    .<Change>map(audience -> new Change.Publication(entry, audience, fact.revision()))
                    // what only its owner may see has no place in an index
                    .orElseGet(() -> new Change.Withdrawal(kind, fact.subject(), fact.revision()));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new MalformedFact("%s lacks what an entry needs: %s".formatted(fact, e.getMessage()));
        }
    }

    private static Class<? extends View> shape(Kind kind) {
        return switch (kind) {
            case OFFER -> OfferView.class;
            case USE_CASE -> UseCaseView.class;
            case BLOCK -> BlockView.class;
            case MEMBER -> MemberView.class;
            case ORGANIZATION -> OrganizationView.class;
        };
    }
}
