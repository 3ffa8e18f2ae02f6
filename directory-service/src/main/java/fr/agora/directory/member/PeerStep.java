package fr.agora.directory.member;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.member.Findability.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * One step from what was asked towards what can be had: each meets all those before it met, and more.
 *
 * @param asks what is still asked
 * @param missing what is asked no longer
 * @param rankedBy which of a member's ranks orders them
 */
record PeerStep(PeerMatch match, List<Ask> asks, List<String> missing, String rankedBy) {

    /** One thing asked of a peer; {@code name} as in the query. */
    record Ask(String name, Kind kind, String value) {

        List<Criteria> of(Audience audience) {
            return switch (kind) {
                case WORD, TOPIC -> MemberFilter.words(audience, kind, value);
                case SKILL, CATEGORY, COMMUNITY, COHORT, TERRITORY, ORGANIZATION ->
                    List.of(where("marks").is(Findability.mark(audience, kind, value)));
            };
        }
    }

    List<Criteria> marks(Audience audience) {
        return asks.stream().flatMap(ask -> ask.of(audience).stream()).toList();
    }

    /**
     * All of it; then without the territory, the topic, the words, in this order; then a neighbouring skill; then
     * anybody.
     *
     * @param asks the weightiest first
     * @param category of the skill asked
     */
    static List<PeerStep> of(List<Ask> asks, Optional<String> category) {
        List<PeerStep> steps = new ArrayList<>();
        List<String> names = asks.stream().map(Ask::name).toList();
        for (int kept = asks.size(); kept > 0; kept--) {
            List<Ask> still = asks.subList(0, kept);
            steps.add(new PeerStep(
                    kept == asks.size() ? PeerMatch.EXACT : PeerMatch.PARTLY,
                    still,
                    names.subList(kept, asks.size()),
                    still.getFirst().kind() == Kind.SKILL ? still.getFirst().value() : Findability.ANYTHING));
        }
        category.ifPresent(near -> steps.add(new PeerStep(
                PeerMatch.NEIGHBOUR, List.of(new Ask("skill", Kind.CATEGORY, near)), names, "category:" + near)));
        steps.add(new PeerStep(
                asks.isEmpty() ? PeerMatch.EXACT : PeerMatch.OTHER, List.of(), names, Findability.ANYTHING));
        return steps;
    }
}
