package fr.agora.projects.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One edition of an award, as « Nuit de la Data 2024 ».
 *
 * @param id made from its name, stays
 */
@Document("award_editions")
@CompoundIndex(name = "listed", def = "{'heldOn': -1, '_id': 1}")
public record AwardEdition(@Id String id, String name, LocalDate heldOn, List<Category> categories) {

    public AwardEdition {
        categories = List.copyOf(categories);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("An edition has a category: " + id);
        }
    }

    /** What is competed for. */
    public record Category(String code, String name) {}

    public Optional<Category> category(String code) {
        return categories.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
