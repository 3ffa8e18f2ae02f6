package fr.agora.jobs.relay;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferFilter;
import fr.agora.jobs.offer.Offers;
import fr.agora.jobs.relay.Alumni.Alumnus;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.web.Paging;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open offers for somebody to pass on, those of their own field and place first. */
@Component
public class RelayBoard {

    /** Among how many of the latest the nearest are looked for. */
    private static final int COMPARED = 100;

    private static final Set<String> NONE = Set.of();

    private final Offers offers;
    private final Alumni alumni;

    RelayBoard(Offers offers, Alumni alumni) {
        this.offers = offers;
        this.alumni = alumni;
    }

    /**
     * The board of one person.
     *
     * @param consented whether that person consented to relay, which is what the order comes from
     * @param cohort name of their EIG cohort
     */
    public record Board(boolean consented, @Nullable String cohort, List<Row> rows) {}

    /**
     * An offer with why it stands where it does.
     *
     * @param skills asked for that the person has, by name
     * @param near whether it is where the person is
     */
    public record Row(Offer offer, List<String> skills, boolean near) {

        private int nearness() {
            return 2 * skills.size() + (near ? 1 : 0);
        }
    }

    /** At most so many offers. */
    public Board of(String account, int most) {
        Optional<Alumnus> someone = alumni.find(account);
        Set<String> skills = someone.map(Alumnus::skills).orElse(NONE);
        Set<String> places = someone.map(Alumnus::territories).orElse(NONE);
        List<Row> rows = offers.listed(OfferFilter.NONE, true, Paging.first(COMPARED)).items().stream()
                .map(offer -> row(offer, skills, places))
                // stable: among equals the latest stays first
                .sorted(Comparator.comparingInt(Row::nearness).reversed())
                .limit(most)
                .toList();
        return new Board(someone.isPresent(), someone.map(Alumnus::cohort).orElse(null), rows);
    }

    private static Row row(Offer offer, Set<String> skills, Set<String> places) {
        Set<String> there = new HashSet<>(
                offer.content().territories().stream().map(Labelled::code).collect(Collectors.toSet()));
        there.retainAll(places);
        return new Row(
                offer,
                offer.content().skills().stream()
                        .filter(skill -> skills.contains(skill.code()))
                        .map(Labelled::label)
                        .toList(),
                !there.isEmpty());
    }
}
