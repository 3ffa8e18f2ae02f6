package fr.agora.projects.reuse.web;

import fr.agora.platform.ui.Choice;
import fr.agora.projects.usecase.UseCase;
import java.util.List;

/**
 * The form of a declaration.
 *
 * @param useCase slug of the use case reused
 * @param organization name of the organisation it is declared for
 * @param today the last day that may be typed
 */
public record DeclarationPage(
        String useCase, String title, String url, String organization, List<Choice> bricks, String today) {

    static DeclarationPage of(UseCase useCase, String organization, String today) {
        return new DeclarationPage(
                useCase.slug(),
                useCase.content().title(),
                useCase.url(),
                organization,
                useCase.content().blocks().stream()
                        .map(block -> new Choice(block.id(), block.name(), block.summary()))
                        .toList(),
                today);
    }
}
