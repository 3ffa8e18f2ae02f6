package fr.agora.projects.datagouv.web;

import fr.agora.projects.datagouv.DataCard;
import fr.agora.projects.datagouv.DataKind;
import fr.agora.projects.datagouv.DataLink;
import fr.agora.projects.datagouv.DataRelation;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing of data.gouv.fr as a reader sees it.
 *
 * @param title the identifier while no card was ever read
 * @param readAt how old the card is; absent while none was read
 * @param gone whether data.gouv.fr no longer knows it
 */
public record DataLine(
        String id,
        DataRelation relation,
        DataKind kind,
        String title,
        @Nullable String licence,
        @Nullable String organization,
        @Nullable String lastUpdate,
        boolean reference,
        @Nullable Instant readAt,
        boolean gone,
        String url) {

    static DataLine of(DataLink link, @Nullable DataCard card) {
        String kind = link.kind().name().toLowerCase(Locale.ROOT) + "s";
        String url = "https://www.data.gouv.fr/" + kind + "/" + link.dataId() + "/";
        if (card == null) {
            return new DataLine(
                    link.id(), link.relation(), link.kind(), link.dataId(), null, null, null, false, null, false, url);
        }
        return new DataLine(
                link.id(),
                link.relation(),
                link.kind(),
                card.title() == null ? link.dataId() : card.title(),
                card.licence(),
                card.organization(),
                card.lastUpdate(),
                card.reference(),
                card.readAt(),
                card.readAt() != null && card.title() == null,
                url);
    }
}
