package fr.agora.directory.member;

import fr.agora.directory.cohort.Alumni;
import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.lifecycle.Status;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member as one reader sees them, on pages and in the API alike: the only place where fields are held back.
 *
 * @param confirmedOn day the person last stood by their profile
 * @param stale not confirmed for a year
 * @param reachable somebody is behind the profile, so that a message arrives
 * @param visibilities field by field, told to the person alone
 */
public record MemberView(
        String id,
        String displayName,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable OrganizationRef organization,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<SkillView> skills,
        List<String> offers,
        List<String> asks,
        List<Labelled> communities,
        @Nullable Alumni cohort,
        @Nullable String photoUrl,
        LocalDate confirmedOn,
        boolean stale,
        boolean reachable,
        Visibility visibility,
        @Nullable Map<ProfileField, Visibility> visibilities,
        Status status,
        long revision,
        String url) {

    /** Of a member the reader may see at all. */
    public static MemberView seenBy(Reader reader, Member member, Instant now) {
        return seenBy(Audience.of(reader, member), member, now);
    }

    /** What some kind of reader would see, for the person who chooses. */
    public static MemberView seenBy(Audience audience, Member member, Instant now) {
        boolean organization = member.shows(ProfileField.ORGANIZATION, audience);
        boolean help = member.shows(ProfileField.HELP, audience);
        return new MemberView(
                member.id(),
                member.displayName(),
                member.shows(ProfileField.HEADLINE, audience) ? member.headline() : null,
                member.shows(ProfileField.BIO, audience) ? member.bio() : null,
                organization ? member.organization() : null,
                organization ? member.ministries() : List.of(),
                member.shows(ProfileField.TERRITORIES, audience) ? member.territories() : List.of(),
                member.shows(ProfileField.SKILLS, audience) ? SkillView.of(member) : List.of(),
                help ? member.offers() : List.of(),
                help ? member.asks() : List.of(),
                member.shows(ProfileField.COMMUNITIES, audience) ? member.communities() : List.of(),
                member.shows(ProfileField.COHORT, audience) ? member.alumni() : null,
                member.shows(ProfileField.PHOTO, audience) ? member.photoUrl() : null,
                Freshness.today(member.confirmedAt()),
                member.freshness(Freshness.today(now)) != Freshness.CONFIRMED,
                member.isReachable(),
                member.visibility(),
                audience == Audience.SELF ? member.audiences() : null,
                member.status(),
                member.revision(),
                member.url());
    }

    public boolean isPublished() {
        return status == Status.PUBLISHED;
    }

    /** Of the first and last name, where there is no picture. */
    public String initials() {
        String[] names = displayName.strip().split("\\s+");
        String last = names.length > 1 ? first(names[names.length - 1]) : "";
        return (first(names[0]) + last).toUpperCase(Locale.FRENCH);
    }

    private static String first(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    public boolean isBare() {
        return bio == null && skills.isEmpty() && offers.isEmpty() && asks.isEmpty() && cohort == null;
    }
}
