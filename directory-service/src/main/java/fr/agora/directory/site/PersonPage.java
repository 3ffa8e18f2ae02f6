package fr.agora.directory.site;

import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.member.Level;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.SkillView;
import fr.agora.directory.member.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One person as a reader sees them.
 *
 * @param jsonLd schema.org for search engines, absent where not everybody may read the page
 */
public record PersonPage(
        MemberView member, Standing standing, @Nullable String jsonLd) {

    static PersonPage of(MemberView member, Standing standing, Optional<MemberView> asPublic) {
        return new PersonPage(member, standing, asPublic.map(PersonLd::of).orElse(null));
    }

    /** Skills of one level, null for those without. */
    public List<SkillView> skills(@Nullable Level level) {
        return member.skills().stream().filter(skill -> skill.level() == level).toList();
    }

    /** From expert down, those without a level last. */
    public List<@Nullable Level> levels() {
        return Arrays.asList(Level.EXPERT, Level.AUTONOMOUS, Level.NOTIONS, null);
    }

    public boolean isHidden() {
        return member.visibility() == Visibility.ME || !member.isPublished();
    }

    public boolean own() {
        return standing == Standing.OWNER;
    }

    /** The person does so in their own space. */
    public boolean erasable() {
        return standing == Standing.ADMIN;
    }

    /** By others than its owner. */
    public boolean reportable() {
        return !own() && member.isPublished();
    }

    public boolean withdrawable() {
        return member.isPublished() && (standing == Standing.MODERATOR || standing == Standing.ADMIN);
    }
}
