package fr.agora.directory.site;

import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.member.Level;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.Skill;
import fr.agora.platform.security.CurrentUser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One person as a reader sees them. */
public record PersonPage(Member member, boolean own, boolean withdrawable) {

    static PersonPage of(Member member, Optional<CurrentUser> reader) {
        boolean own = reader.filter(member::mayBeEditedBy).isPresent();
        boolean withdrawable = !own
                && member.isPublished()
                && reader.filter(member::mayBeWithdrawnBy).isPresent();
        return new PersonPage(member, own, withdrawable);
    }

    /** Skills of one level, null for those without. */
    public List<Skill> skills(@Nullable Level level) {
        return member.skills().stream().filter(skill -> skill.level() == level).toList();
    }

    /** From expert down. */
    public List<Level> levels() {
        return Arrays.asList(Level.EXPERT, Level.AUTONOMOUS, Level.NOTIONS);
    }

    public boolean isHidden() {
        return member.visibility() == Visibility.ME || !member.isPublished();
    }
}
