package fr.agora.projects.support.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.support.SupportRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file in a list. */
public record SupportCard(String title, String url, String state, String colour, String needs, String meta) {

    static SupportCard of(SupportRequest request, @Nullable Organization organization, Page page) {
        String needs = request.needs().stream()
                .sorted()
                .map(need -> page.t("support.need." + need))
                .collect(Collectors.joining(", "));
        String name = organization == null ? request.organizationId() : organization.name();
        return new SupportCard(
                request.title(),
                request.url(),
                page.t("support.state." + request.state()),
                colour(request),
                needs,
                page.t(
                        "support.card.meta",
                        name,
                        page.date(LocalDate.ofInstant(request.receivedAt(), ZoneId.of("Europe/Paris")))));
    }

    static String colour(SupportRequest request) {
        return switch (request.state()) {
            case RECEIVED -> "new";
            case QUALIFIED, IN_PROGRESS -> "info";
            case CLOSED -> "success";
            case DECLINED -> "warning";
        };
    }
}
