package fr.agora.directory.site;

import fr.agora.directory.member.MemberView;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person finds in their space. */
public record MyPage(@Nullable MemberView member, boolean recruiter, boolean moderator) {

    static MyPage of(Optional<MemberView> own, CurrentUser user) {
        return new MyPage(own.orElse(null), user.has(Role.RECRUITER) || user.isAdmin(), user.isModerator());
    }
}
