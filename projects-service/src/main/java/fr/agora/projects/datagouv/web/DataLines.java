package fr.agora.projects.datagouv.web;

import fr.agora.projects.datagouv.Catalogue;
import fr.agora.projects.datagouv.DataCard;
import fr.agora.projects.datagouv.DataLink;
import fr.agora.projects.datagouv.DataLinks;
import fr.agora.projects.datagouv.DataRef;
import fr.agora.projects.usecase.UseCase;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts links and cards together. */
@Component
class DataLines {

    private final DataLinks links;
    private final Catalogue catalogue;

    DataLines(DataLinks links, Catalogue catalogue) {
        this.links = links;
        this.catalogue = catalogue;
    }

    List<DataLine> of(UseCase useCase) {
        List<DataLink> all = links.of(useCase);
        Map<DataRef, DataCard> cards =
                catalogue.cards(all.stream().map(DataLink::ref).toList());
        return all.stream()
                .map(link -> DataLine.of(link, cards.get(link.ref())))
                .toList();
    }
}
