package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.UseCase;
import java.util.Optional;
import org.springframework.ui.Model;

/** Brings to the page of a use case, or of one of its bricks, what another package knows of it. */
public interface UseCasePageAddition {

    /** @param reader has been found to be allowed to read the use case */
    void add(UseCase useCase, Optional<CurrentUser> reader, Page page, Model model);

    /** The same for the page of one brick; nothing unless a package has something to say. */
    default void addToBlock(UseCase useCase, String blockId, Optional<CurrentUser> reader, Page page, Model model) {}
}
