package fr.agora.directory.site;

import fr.agora.directory.cohort.Cohorts;
import fr.agora.directory.member.MemberFilter;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of people, with what was asked for. */
public record PeopleList(
        List<MemberView> people,
        String words,
        @Nullable String skill,
        @Nullable String skillLabel,
        @Nullable String community,
        @Nullable String territory,
        @Nullable String organization,
        @Nullable String cohort,
        List<Choice> communities,
        List<Choice> cohorts,
        List<Choice> territories,
        @Nullable String next,
        boolean further) {

    static PeopleList of(
            Slice<MemberView> found,
            MemberFilter filter,
            Paging paging,
            Vocabularies vocabularies,
            Cohorts cohorts,
            Page page) {
        String skill = filter.skill();
        return new PeopleList(
                found.items(),
                filter.words(),
                skill,
                skill == null ? null : vocabularies.skills().named(skill).label(),
                filter.community(),
                filter.territory(),
                filter.organization(),
                filter.cohort(),
                choices(vocabularies.communities().all(), ""),
                choices(cohorts.all(), ""),
                choices(vocabularies.territories().all(), "COM-"),
                found.next() == null ? null : page.here("cursor", found.next()),
                paging.cursor() != null);
    }

    private static List<Choice> choices(List<Labelled> entries, String without) {
        return entries.stream()
                .filter(entry -> without.isEmpty() || !entry.code().startsWith(without))
                .map(entry -> Choice.of(entry.code(), entry.label()))
                .toList();
    }

    public boolean isFiltered() {
        return !words.isEmpty()
                || skill != null
                || community != null
                || cohort != null
                || territory != null
                || organization != null;
    }
}
