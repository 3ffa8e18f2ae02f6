package fr.agora.directory.site;

import fr.agora.directory.member.MemberView;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person finds in their space.
 *
 * @param account where the pages of their account are
 */
public record MyPage(@Nullable MemberView member, boolean recruiter, boolean moderator, String account) {

    static MyPage of(Optional<MemberView> own, CurrentUser user, AccountPages account) {
        return new MyPage(
                own.orElse(null), user.has(Role.RECRUITER) || user.isAdmin(), user.isModerator(), account.address());
    }
}
