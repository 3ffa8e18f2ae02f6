package fr.agora.directory.member;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From profiles to accounts and back, for those who reach people; no page or answer shows an account. */
@Component
public class MemberAccounts {

    private final Members members;

    MemberAccounts(Members members) {
        this.members = members;
    }

    /** Empty for a profile nobody has claimed. */
    public Optional<String> behind(String memberId) {
        return members.find(memberId).map(Member::accountId);
    }

    public Optional<Member> profile(String accountId) {
        return members.ofAccount(accountId);
    }

    /** Those of the same organisation a person sees and who can be reached, without the person: at most a page. */
    public List<MemberView> colleagues(CurrentUser person) {
        Optional<Member> own = profile(person.accountId());
        @Nullable String organization = own.map(Member::organizationId).orElse(null);
        if (organization == null) {
            return List.of();
        }
        return members
                .list(MemberFilter.of(organization), Optional.of(person), Paging.first(Paging.MAX))
                .items()
                .stream()
                .filter(member ->
                        member.reachable() && !member.id().equals(own.get().id()))
                .toList();
    }
}
