package fr.agora.directory.member;

import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member shows, as contracts/directory/member-published says it. */
record PublicMember(
        String id,
        String displayName,
        @Nullable String accountId,
        @Nullable String headline,
        @Nullable String bio,
        List<OrganizationRef> organizations,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<SaidSkill> skills,
        @Nullable List<String> offers,
        @Nullable List<String> asks,
        @Nullable List<Labelled> communities,
        List<String> networks,
        @Nullable List<Part> restricted,
        @Nullable String photoUrl,
        Visibility visibility,
        String url) {

    /** Fields that fewer may read than the profile itself. */
    record Part(
            Visibility visibility,
            @Nullable String headline,
            @Nullable String bio,
            @Nullable List<OrganizationRef> organizations,
            @Nullable List<Ministry> ministries,
            @Nullable List<Labelled> territories,
            @Nullable List<SaidSkill> skills,
            @Nullable List<String> offers,
            @Nullable List<String> asks,
            @Nullable List<Labelled> communities,
            @Nullable String photoUrl) {

        /** Those fields of the member that have exactly this visibility. */
        static Part of(Member member, Visibility visibility) {
            OrganizationRef organization =
                    is(member, ProfileField.ORGANIZATION, visibility) ? member.organization() : null;
            boolean help = is(member, ProfileField.HELP, visibility);
            return new Part(
                    visibility,
                    is(member, ProfileField.HEADLINE, visibility) ? member.headline() : null,
                    is(member, ProfileField.BIO, visibility) ? member.bio() : null,
                    organization == null ? null : List.of(organization),
                    organization == null ? null : filled(member.ministries()),
                    is(member, ProfileField.TERRITORIES, visibility) ? filled(member.territories()) : null,
                    is(member, ProfileField.SKILLS, visibility) ? filled(SaidSkill.of(member)) : null,
                    help ? filled(member.offers()) : null,
                    help ? filled(member.asks()) : null,
                    is(member, ProfileField.COMMUNITIES, visibility) ? filled(member.communities()) : null,
                    is(member, ProfileField.PHOTO, visibility) ? member.photoUrl() : null);
        }

        private static boolean is(Member member, ProfileField field, Visibility visibility) {
            return member.visibilityOf(field) == visibility;
        }

        private static Part nothing(Visibility visibility) {
            return new Part(visibility, null, null, null, null, null, null, null, null, null, null);
        }

        private boolean isEmpty() {
            return equals(nothing(visibility));
        }
    }

    /** A skill in few words. */
    record SaidSkill(String code, String label, @Nullable Level level) {

        static List<SaidSkill> of(Member member) {
            return member.skills().stream()
                    .map(skill -> new SaidSkill(skill.code(), skill.label(), skill.level()))
                    .toList();
        }
    }

    static PublicMember of(Member member) {
        Part open = member.visibility() == Visibility.ME
                ? Part.nothing(Visibility.ME)
                : Part.of(member, member.visibility());
        return new PublicMember(
                member.id(),
                member.displayName(),
                member.accountId(),
                open.headline(),
                open.bio(),
                orNone(open.organizations()),
                orNone(open.ministries()),
                orNone(open.territories()),
                orNone(open.skills()),
                open.offers(),
                open.asks(),
                open.communities(),
                member.networks(),
                filled(restricted(member)),
                open.photoUrl(),
                member.visibility(),
                member.url());
    }

    /** What only the member sees does not leave the directory. */
    private static List<Part> restricted(Member member) {
        List<Part> parts = new ArrayList<>();
        for (Visibility narrower : List.of(Visibility.AGENTS, Visibility.NETWORK)) {
            if (narrower.compareTo(member.visibility()) < 0) {
                Part part = Part.of(member, narrower);
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    private static <T> @Nullable List<T> filled(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** All that a withdrawal tells. */
    record Gone(String id) {}

    /** All that an erasure tells. */
    record Erased(String id, @Nullable String accountId) {}
}
