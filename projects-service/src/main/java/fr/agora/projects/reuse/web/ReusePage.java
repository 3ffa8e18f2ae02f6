package fr.agora.projects.reuse.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.reuse.Reuse;
import fr.agora.projects.reuse.ReuseSeen;
import fr.agora.projects.reuse.ReuseState;
import fr.agora.projects.reuse.ReuseStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reuse, in the page's words.
 *
 * @param due until when it counts, or what happens next
 * @param history every step with its day, and the reason where somebody gave one
 */
public record ReusePage(
        ReuseCard card,
        String context,
        String contact,
        @Nullable String due,
        List<Moment> history,
        May may) {

    /** What the reader may do now. */
    public record May(boolean confirm, boolean contest, boolean settle, boolean withdraw) {

        /** Whether there is anything to do at all. */
        public boolean something() {
            return confirm || contest || settle || withdraw;
        }
    }

    /** A step of its life. */
    public record Moment(String day, String what, @Nullable String reason) {}

    static ReusePage of(ReuseSeen seen, May may, Page page) {
        Reuse reuse = seen.reuse();
        return new ReusePage(
                ReuseCard.of(seen, page),
                reuse.declaration().context(),
                reuse.declaration().contact(),
                due(reuse, page),
                reuse.history().stream().map(step -> moment(step, page)).toList(),
                may);
    }

    private static Moment moment(ReuseStep step, Page page) {
        return new Moment(page.date(step.at()), page.t("reuse.step." + step.state()), step.reason());
    }

    private static @Nullable String due(Reuse reuse, Page page) {
        if (reuse.dueOn() == null) {
            return reuse.state() == ReuseState.DECLARED ? page.t("reuse.due.declared") : null;
        }
        return switch (reuse.state()) {
            case CONFIRMED -> page.t("reuse.due.confirmed", page.date(reuse.dueOn()));
            case TO_RECONFIRM -> page.t("reuse.due.to-reconfirm", page.date(reuse.dueOn()));
            case DECLARED, EXPIRED, CONTESTED, WITHDRAWN -> null;
        };
    }
}
