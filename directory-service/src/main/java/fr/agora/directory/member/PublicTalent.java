package fr.agora.directory.member;

import fr.agora.directory.cohort.Alumni;
import fr.agora.directory.cohort.Consent;
import fr.agora.directory.cohort.ConsentKind;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What recruiters are told of who consents, as contracts/directory/talent-published says it: never more than agents see. */
record PublicTalent(
        String id,
        String accountId,
        String displayName,
        @Nullable String headline,
        List<OrganizationRef> organizations,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<SaidSkill> skills,
        @Nullable Labelled cohort,
        List<String> hiddenFrom,
        Given consents,
        String url) {

    record SaidSkill(String code, String label, @Nullable Level level, boolean evidenced) {}

    record Given(
            @Nullable LocalDate recruitmentSince, @Nullable LocalDate relaySince) {}

    static PublicTalent of(Member member) {
        OrganizationRef organization = shows(member, ProfileField.ORGANIZATION) ? member.organization() : null;
        Alumni alumni = shows(member, ProfileField.COHORT) ? member.alumni() : null;
        return new PublicTalent(
                member.id(),
                Objects.requireNonNull(member.accountId()),
                member.displayName(),
                shows(member, ProfileField.HEADLINE) ? member.headline() : null,
                organization == null ? List.of() : List.of(organization),
                organization == null ? List.of() : member.ministries(),
                shows(member, ProfileField.TERRITORIES) ? member.territories() : List.of(),
                shows(member, ProfileField.SKILLS) ? skills(member) : List.of(),
                alumni == null ? null : alumni.cohort(),
                hiddenFrom(member),
                new Given(since(member, ConsentKind.RECRUITMENT), since(member, ConsentKind.RELAY)),
                member.url());
    }

    private static boolean shows(Member member, ProfileField field) {
        return member.shows(field, Audience.AGENTS);
    }

    private static List<SaidSkill> skills(Member member) {
        return SkillView.of(member).stream()
                .map(skill -> new SaidSkill(skill.code(), skill.label(), skill.level(), skill.evidenced()))
                .toList();
    }

    /** Their own organisation too, even where the profile does not name it. */
    private static List<String> hiddenFrom(Member member) {
        List<String> all = new ArrayList<>();
        OrganizationRef own = member.organization();
        if (member.isHiddenFromOwn() && own != null) {
            all.add(own.id());
        }
        member.hiddenFrom().forEach(hidden -> all.add(hidden.id()));
        return all.stream().distinct().toList();
    }

    private static @Nullable LocalDate since(Member member, ConsentKind kind) {
        return member.consents()
                .standing(kind)
                .map(Consent::since)
                .map(Freshness::today)
                .orElse(null);
    }
}
