package fr.agora.directory.member;

import fr.agora.platform.security.CurrentUser;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which picture a profile names. */
@Service
public class MemberPortrait {

    private final Members members;
    private final MemberEditing editing;
    private final Clock clock;

    MemberPortrait(Members members, MemberEditing editing, Clock clock) {
        this.members = members;
        this.editing = editing;
        this.clock = clock;
    }

    /** Before anything costly is done for somebody who may not. */
    public void check(String memberId, CurrentUser user) {
        editing.editable(memberId, user);
    }

    /** @param photoId null for none */
    public void show(String memberId, @Nullable String photoId, CurrentUser user) {
        Member member = editing.editable(memberId, user);
        member.show(photoId, clock);
        members.save(member);
    }
}
