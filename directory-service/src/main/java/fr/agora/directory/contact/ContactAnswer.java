package fr.agora.directory.contact;

import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to turn to.
 *
 * @param items the best first, then the further ones of the chain; never empty
 */
public record ContactAnswer(
        @Nullable OrganizationRef organization,
        @Nullable Labelled place,
        @Nullable Labelled topic,
        List<ContactPoint> items) {

    public ContactAnswer {
        items = List.copyOf(items);
    }

    public ContactPoint best() {
        return items.getFirst();
    }

    public List<ContactPoint> further() {
        return items.subList(1, items.size());
    }

    public boolean found(Step step) {
        return items.stream().anyMatch(each -> each.step() == step);
    }
}
