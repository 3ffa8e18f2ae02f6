package fr.agora.directory.message;

import fr.agora.directory.member.MemberAccounts;
import fr.agora.directory.notice.Reach;
import fr.agora.directory.notice.Recipient;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reaches members by their profile. */
@Component
class MemberReach implements Reach {

    private final MemberAccounts accounts;

    MemberReach(MemberAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<String> accounts(Recipient recipient) {
        return recipient instanceof Recipient.OfMember(String memberId)
                ? accounts.behind(memberId).map(Set::of).orElse(Set.of())
                : Set.of();
    }
}
