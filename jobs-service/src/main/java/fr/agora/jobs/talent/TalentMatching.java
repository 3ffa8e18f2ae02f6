package fr.agora.jobs.talent;

import fr.agora.jobs.copies.Talent;
import fr.agora.jobs.copies.Talents;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.offer.RecruitingRule;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds members who consented, for those who recruit: ranked, never filtered down to nothing. */
@Component
public class TalentMatching {

    /** So many with a wanted skill are compared, and so many others stand behind them. */
    private static final int COMPARED = 500;

    private static final int OTHERS = 100;

    private final Talents talents;
    private final OfferAccess access;
    private final RecruitingRule rule;

    TalentMatching(Talents talents, OfferAccess access, RecruitingRule rule) {
        this.talents = talents;
        this.access = access;
        this.rule = rule;
    }

    /** The offer somebody looks for people for: their own, and they still recruit. */
    public Offer offer(CurrentUser recruiter, String id) {
        Offer offer = access.editable(recruiter, id);
        check(recruiter);
        return offer;
    }

    public Slice<TalentMatch> forOffer(CurrentUser recruiter, Offer offer, Paging paging) {
        Set<String> seenBy = seenBy(recruiter);
        add(seenBy, offer.content().organizationId());
        add(seenBy, offer.content().circumstances().labId());
        return ranked(recruiter, Wanted.by(offer), seenBy, paging);
    }

    public Slice<TalentMatch> search(CurrentUser recruiter, Wanted wanted, Paging paging) {
        check(recruiter);
        return ranked(recruiter, wanted, seenBy(recruiter), paging);
    }

    private Slice<TalentMatch> ranked(CurrentUser recruiter, Wanted wanted, Set<String> seenBy, Paging paging) {
        int from = paging.after(1).map(TalentMatching::offset).orElse(0);
        Map<String, Talent> found = new LinkedHashMap<>();
        List<String> codes = wanted.skills().stream().map(Labelled::code).toList();
        if (!codes.isEmpty()) {
            talents.withAnyOf(codes, seenBy, COMPARED).forEach(each -> found.put(each.memberId(), each));
        }
        talents.any(seenBy, OTHERS).forEach(each -> found.putIfAbsent(each.memberId(), each));
        List<TalentMatch> matches = found.values().stream()
                .filter(each -> !each.account().equals(recruiter.accountId()))
                .map(each -> TalentMatch.of(each, wanted))
                .sorted(TalentMatch.BEST_FIRST)
                .toList();
        List<TalentMatch> page =
                matches.stream().skip(from).limit(paging.size()).toList();
        boolean more = from + page.size() < matches.size();
        return new Slice<>(
                new ArrayList<>(page),
                more ? Cursor.of(Integer.toString(from + page.size())).encode() : null);
    }

    private static int offset(Cursor cursor) {
        try {
            int from = Integer.parseInt(cursor.keys().getFirst());
            if (from >= 0 && from <= COMPARED + OTHERS) {
                return from;
            }
        } catch (NumberFormatException forged) {
            // answered below, like a number out of bounds
        }
        throw new ProblemException(CommonProblem.INVALID_CURSOR);
    }

    private void check(CurrentUser recruiter) {
        if (!rule.mayRecruit(recruiter)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }

    private static Set<String> seenBy(CurrentUser recruiter) {
        Set<String> organizations = new HashSet<>();
        add(organizations, recruiter.organization());
        return organizations;
    }

    private static void add(Set<String> organizations, @Nullable String id) {
        if (id != null) {
            organizations.add(id);
        }
    }
}
