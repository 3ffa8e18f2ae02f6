package fr.agora.jobs.talent;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.platform.text.Labelled;
import java.util.List;

/**
 * What is looked for.
 *
 * @param required codes of the skills one cannot do without
 * @param territories with the levels above each
 */
public record Wanted(List<Labelled> skills, List<String> required, List<Labelled> territories) {

    public Wanted {
        skills = List.copyOf(skills);
        required = List.copyOf(required);
        territories = List.copyOf(territories);
    }

    public static Wanted by(Offer offer) {
        OfferContent content = offer.content();
        return new Wanted(content.skills(), content.requiredSkills(), content.territories());
    }
}
