package fr.agora.platform.moderation;

import fr.agora.platform.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/** Takes reports and sees to it that the queue hears of them. */
public interface Reports {

    /** @return whether it is a new one: somebody has one report of an item, until it is decided */
    boolean take(Reportable item, ReportReason reason, @Nullable String text, CurrentUser by);
}
