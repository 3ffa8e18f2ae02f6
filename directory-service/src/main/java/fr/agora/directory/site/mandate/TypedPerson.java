package fr.agora.directory.site.mandate;

import fr.agora.directory.member.MemberFilter;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.Members;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Words;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the person somebody typed by name among those they may see. */
@Component
public class TypedPerson {

    private static final int SUGGESTED = 5;

    private final Members members;

    TypedPerson(Members members) {
        this.members = members;
    }

    /**
     * Empty when the form now says why it is not clear.
     *
     * @param organization where to look first among people of the same name
     */
    public String id(@Nullable String typed, @Nullable String organization, CurrentUser by, Form form, Page page) {
        form.named("person", page.t("field.person"));
        if (typed == null || typed.isBlank()) {
            form.reject("person", page.t("mandate.person.required"));
            return "";
        }
        List<MemberView> close = members.list(
                        new MemberFilter(typed.strip(), null, null, null, null, null),
                        Optional.of(by),
                        Paging.first(Paging.MAX))
                .items();
        String folded = Words.fold(typed.strip());
        List<MemberView> same = close.stream()
                .filter(each -> Words.fold(each.displayName()).equals(folded))
                .toList();
        List<MemberView> candidates = same.isEmpty() ? close : same;
        List<MemberView> there = candidates.stream()
                .filter(each ->
                        each.organization() != null && each.organization().id().equals(organization))
                .toList();
        if (there.size() == 1) {
            return there.getFirst().id();
        }
        if (candidates.size() == 1) {
            return candidates.getFirst().id();
        }
        form.reject(
                "person",
                candidates.isEmpty()
                        ? page.t("mandate.person.none", typed)
                        : page.t(
                                "mandate.person.several",
                                candidates.stream()
                                        .limit(SUGGESTED)
                                        .map(TypedPerson::named)
                                        .collect(Collectors.joining(" ; "))));
        return "";
    }

    /** Names of those of an organisation whom somebody may see, to choose from. */
    List<String> at(String organization, CurrentUser by) {
        return members.list(MemberFilter.of(organization), Optional.of(by), Paging.first(Paging.MAX)).items().stream()
                .map(MemberView::displayName)
                .toList();
    }

    private static String named(MemberView member) {
        return member.organization() == null
                ? member.displayName()
                : member.displayName() + " (" + member.organization().shortName() + ")";
    }
}
