package fr.agora.projects.award.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.credit.Credit;
import fr.agora.projects.credit.CreditState;
import fr.agora.projects.credit.Crediting.Named;
import java.util.List;

/**
 * Somebody credited.
 *
 * @param credit identifier of the credit, for those who may take it back
 * @param state in the page's words, with its colour
 */
public record PersonLink(
        String credit, String member, String name, String href, String role, String state, String stateColour) {

    static PersonLink of(Named named, Page page) {
        Credit credit = named.credit();
        String name = named.person()
                .filter(each -> each.name() != null)
                .map(each -> String.valueOf(each.name()))
                .orElseGet(() -> page.t("credit.unnamed"));
        return new PersonLink(
                credit.id(),
                credit.memberId(),
                name,
                page.href("/annuaire/membres/" + credit.memberId()),
                credit.role(),
                page.t("credit.state." + credit.state()),
                credit.state() == CreditState.ACCEPTED ? "success" : "info");
    }

    static List<PersonLink> of(List<Named> named, Page page) {
        return named.stream().map(each -> of(each, page)).toList();
    }
}
