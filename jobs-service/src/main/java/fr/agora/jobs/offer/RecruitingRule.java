package fr.agora.jobs.offer;

import fr.agora.platform.security.CurrentUser;

/** Whether somebody may write offers at all; recruiter mandates answer that. */
@FunctionalInterface
public interface RecruitingRule {

    boolean mayRecruit(CurrentUser user);
}
