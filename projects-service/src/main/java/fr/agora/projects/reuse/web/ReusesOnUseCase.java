package fr.agora.projects.reuse.web;

import java.util.List;

/**
 * What the page of a use case, or of a brick, shows of its reuses.
 *
 * @param count confirmed ones
 * @param latest those shown
 * @param mayDeclare whether the reader belongs to another organisation
 * @param declareHref the form of a declaration
 * @param askHref the form of a request to those who carry it
 */
public record ReusesOnUseCase(
        long count, List<ReuseCard> latest, boolean mayDeclare, String declareHref, String askHref) {}
