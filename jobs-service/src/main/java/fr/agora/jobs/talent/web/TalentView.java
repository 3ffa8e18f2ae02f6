package fr.agora.jobs.talent.web;

import fr.agora.jobs.copies.Talent;
import fr.agora.jobs.copies.Talent.Skill;
import fr.agora.jobs.talent.TalentMatch;
import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talent as the API answers it: no account, no address.
 *
 * @param id of the member
 * @param evidenced wanted skills that something bears out, apart from those merely claimed
 * @param near a place in common
 * @param writeUrl where one writes to the person
 */
record TalentView(
        String id,
        String displayName,
        @Nullable String headline,
        List<String> organizations,
        @Nullable String cohort,
        List<Skill> evidenced,
        List<Skill> claimed,
        List<Labelled> missing,
        @Nullable Labelled near,
        String url,
        String writeUrl) {

    static TalentView of(TalentMatch match) {
        Talent talent = match.talent();
        return new TalentView(
                talent.memberId(),
                talent.displayName(),
                talent.headline(),
                talent.organizations(),
                talent.cohort(),
                match.evidenced(),
                match.claimed(),
                match.missing(),
                match.near(),
                talent.url(),
                talent.url() + "/ecrire");
    }
}
