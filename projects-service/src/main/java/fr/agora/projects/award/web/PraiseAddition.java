package fr.agora.projects.award.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import fr.agora.projects.award.Mentions;
import fr.agora.projects.credit.Crediting;
import fr.agora.projects.usecase.Recognition.Distinction;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.web.UseCasePageAddition;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who made it, what it won and who speaks of it, on the page of a use case. */
@Component
class PraiseAddition implements UseCasePageAddition {

    private final Crediting crediting;
    private final Mentions mentions;

    PraiseAddition(Crediting crediting, Mentions mentions) {
        this.crediting = crediting;
        this.mentions = mentions;
    }

    @Override
    public void add(UseCase useCase, Optional<CurrentUser> reader, Page page, Model model) {
        List<PersonLink> people = PersonLink.of(crediting.shown(useCase, reader.isPresent()), page);
        List<MentionLine> lines = mentions.of(useCase).stream()
                .map(each -> MentionLine.of(each, people, page))
                .toList();
        List<Tag> awards = useCase.recognition().distinctions().stream()
                .map(each -> new Tag(words(each, page), page.href("/trophees", "edition", each.edition())))
                .toList();
        boolean mayEdit = reader.filter(user -> useCase.mayBeEditedBy(user) || user.isModerator())
                .isPresent();
        if (mayEdit || !people.isEmpty() || !lines.isEmpty() || !awards.isEmpty()) {
            model.addAttribute(
                    "praise", new PraiseOnUseCase(awards, people, lines, mayEdit, useCase.url() + "/valorisation"));
        }
    }

    static String words(Distinction distinction, Page page) {
        return page.t(
                distinction.laureate() ? "award.laureate-of" : "award.candidate-of",
                distinction.category(),
                distinction.editionName());
    }
}
