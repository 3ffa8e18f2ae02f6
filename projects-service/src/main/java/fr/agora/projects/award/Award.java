package fr.agora.projects.award;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A use case that runs in a category of an edition.
 *
 * @param id of the three together: it runs once
 * @param laureate whether it won
 */
@Document("awards")
@CompoundIndex(name = "of_use_case", def = "{'useCaseId': 1, '_id': 1}")
@CompoundIndex(name = "of_edition", def = "{'edition': 1, 'laureate': -1, '_id': 1}")
public record Award(@Id String id, String edition, String category, String useCaseId, boolean laureate) {

    static Award of(String edition, String category, String useCaseId, boolean laureate) {
        return new Award(edition + "." + category + "." + useCaseId, edition, category, useCaseId, laureate);
    }
}
