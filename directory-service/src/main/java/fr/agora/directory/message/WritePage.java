package fr.agora.directory.message;

import fr.agora.directory.member.MemberView;
import org.jspecify.annotations.Nullable;

/**
 * Whom a form writes to.
 *
 * @param name as the page says it
 * @param page where the reader comes from
 * @param action where the form is sent
 */
public record WritePage(String name, @Nullable String lead, String page, String action) {

    static WritePage to(MemberView member) {
        String page = "/annuaire/membres/" + member.id();
        return new WritePage(member.displayName(), member.headline(), page, page + "/ecrire");
    }
}
