package fr.agora.search.query;

import fr.agora.search.catalogue.Vocabulary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of facet values in the reader's language. */
@Component
public class FacetLabels {

    private final MessageSource messages;

    FacetLabels(MessageSource messages) {
        this.messages = messages;
    }

    /** The count with its words; what no vocabulary knows keeps those its fact brought. */
    public Results.Count named(Facet facet, Results.Count count, Locale language) {
        var words = words(facet, count.value(), language);
        return words == null ? count : new Results.Count(count.value(), words, count.count());
    }

    private @Nullable String words(Facet facet, String value, Locale language) {
        return switch (facet) {
            case KIND -> messages.getMessage("kind." + value + ".plural", null, value, language);
            case REMOTE_DAYS -> messages.getMessage("remote." + Facet.days(value), null, value, language);
            case THEME -> Vocabulary.THEMES.label(value, language);
            case SKILL -> Vocabulary.SKILLS.label(value, language);
            case TERRITORY -> Vocabulary.TERRITORIES.label(value, language);
            case MINISTRY -> null;
            case FAMILY -> Vocabulary.JOB_FAMILIES.label(value, language);
            case COMMUNITY -> Vocabulary.COMMUNITIES.label(value, language);
            case CONTRACT -> messages.getMessage("contract." + value, null, value, language);
            case SENIORITY -> messages.getMessage("seniority." + value, null, value, language);
            case SALARY -> messages.getMessage("salary." + value, null, value, language);
            case REPLICABILITY -> messages.getMessage("replicability." + value, null, value, language);
            case PHASE -> messages.getMessage("phase." + value, null, value, language);
            case BLOCK_KIND -> messages.getMessage("block." + value, null, value, language);
            case ACCESS -> messages.getMessage("access." + value, null, value, language);
            case ORGANIZATION_KIND -> messages.getMessage("organization." + value, null, value, language);
        };
    }
}
