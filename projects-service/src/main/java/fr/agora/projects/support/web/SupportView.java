package fr.agora.projects.support.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.support.Department;
import fr.agora.projects.support.PublicationStep;
import fr.agora.projects.support.SupportNeed;
import fr.agora.projects.support.SupportOrigin;
import fr.agora.projects.support.SupportRequest;
import fr.agora.projects.support.SupportRequest.SupportEvent;
import fr.agora.projects.support.SupportState;
import fr.agora.projects.support.Voice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of support as those who take part see it: capacities, never accounts or names. */
record SupportView(
        String id,
        SupportOrigin origin,
        String organizationId,
        String title,
        String description,
        List<SupportNeed> needs,
        SupportState state,
        List<Department> departments,
        @Nullable Department lead,
        @Nullable String outcome,
        @Nullable Integer checklistVersion,
        List<PublicationStep> publicationSteps,
        @Nullable String listedAs,
        Voice you,
        List<Entry> thread,
        List<SupportEvent> history,
        Instant receivedAt,
        String url) {

    /** @param own whether the reader wrote it */
    record Entry(Instant at, Voice voice, boolean own, String text) {}

    static SupportView of(SupportRequest request, Voice voice, CurrentUser reader) {
        return new SupportView(
                request.id(),
                request.origin(),
                request.organizationId(),
                request.title(),
                request.description(),
                request.needs().stream().sorted().toList(),
                request.state(),
                request.departments().stream().sorted().toList(),
                request.lead(),
                request.outcome(),
                request.checklistVersion(),
                request.steps().keySet().stream()
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                request.listedAs(),
                voice,
                request.thread().stream()
                        .map(each -> new Entry(
                                each.at(),
                                each.voice(),
                                Objects.equals(each.account(), reader.accountId()),
                                each.text()))
                        .toList(),
                request.history(),
                request.receivedAt(),
                request.url());
    }
}
