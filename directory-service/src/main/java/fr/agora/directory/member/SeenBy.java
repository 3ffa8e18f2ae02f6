package fr.agora.directory.member;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.lifecycle.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;

/** The conditions under which a query meets members: whom the reader may see, by what of them the reader may see. */
final class SeenBy {

    private SeenBy() {}

    /**
     * @param asked what an audience may be asked of its own marks: strangers and members of one's networks are two
     *     audiences in one list
     */
    static Criteria reader(Reader reader, Function<Audience, List<Criteria>> asked) {
        Criteria strangers = audience(Audience.ofStrangers(reader), asked);
        if (reader.networks().isEmpty()) {
            return strangers;
        }
        List<Criteria> peers = new ArrayList<>();
        peers.add(where("networks").in(reader.networks()));
        peers.add(audience(Audience.NETWORK, asked));
        // peers among the strangers match too, by what agents may see: less than what peers may
        return new Criteria().orOperator(strangers, new Criteria().andOperator(peers));
    }

    private static Criteria audience(Audience audience, Function<Audience, List<Criteria>> asked) {
        List<Criteria> all = new ArrayList<>();
        all.add(where("visibility")
                .in(Arrays.stream(Visibility.values()).filter(audience::sees).toList()));
        all.addAll(asked.apply(audience));
        return new Criteria().andOperator(all);
    }
}
