package fr.agora.projects.publiccode;

import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.Block.Maintainer;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.UseCaseContent;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What version 0.7 asks of a publiccode.yml and a use case does not say: it is left out, never made up. */
enum PubliccodeGaps {
    REPOSITORY("url"),
    LICENCE("legal.license"),
    MAINTENANCE("maintenance.type");

    /** In the file. */
    private final String key;

    PubliccodeGaps(String key) {
        this.key = key;
    }

    static Set<PubliccodeGaps> of(UseCaseContent content) {
        Set<PubliccodeGaps> gaps = EnumSet.noneOf(PubliccodeGaps.class);
        if (content.repository() == null) {
            gaps.add(REPOSITORY);
        }
        if (PubliccodeWriting.licence(content).isEmpty()) {
            gaps.add(LICENCE);
        }
        if (content.phase() != Phase.STOPPED && maintainer(content).isEmpty()) {
            gaps.add(MAINTENANCE);
        }
        return gaps;
    }

    /** Whoever looks after the first brick that says so. */
    static Optional<Maintainer> maintainer(UseCaseContent content) {
        return content.blocks().stream()
                .map(Block::maintainer)
                .filter(Objects::nonNull)
                .findFirst();
    }

    String key() {
        return key;
    }
}
