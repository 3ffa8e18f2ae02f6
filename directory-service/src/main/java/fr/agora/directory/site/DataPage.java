package fr.agora.directory.site;

import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.TalentView;
import fr.agora.directory.privacy.Elsewhere;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held of a person, in words; the export has it all. */
public record DataPage(
        @Nullable MemberView profile, @Nullable TalentView talent, List<String> kinds, boolean accountGoes) {

    public List<Elsewhere> elsewhere() {
        return Elsewhere.all(accountGoes);
    }
}
