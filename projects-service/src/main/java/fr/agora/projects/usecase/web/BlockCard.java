package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.licence.Licences;
import fr.agora.projects.usecase.Block;
import org.jspecify.annotations.Nullable;

/**
 * A brick in the page's words.
 *
 * @param licenceHref where the licence is explained
 */
public record BlockCard(
        String url,
        String name,
        String kind,
        String access,
        String accessColour,
        @Nullable String summary,
        @Nullable String licence,
        @Nullable String licenceHref) {

    static BlockCard of(Block block, Page page) {
        String colour = switch (block.access()) {
            case OPEN -> "green-emeraude";
            case ON_REQUEST -> "yellow-tournesol";
            case INTERNAL -> "beige-gris-galet";
        };
        return new BlockCard(
                block.url(),
                block.name(),
                page.t("block.kind." + block.kind()),
                page.t("block.access." + block.access()),
                colour,
                block.summary(),
                block.licence(),
                block.licence() == null || !Licences.isListed(block.licence())
                        ? null
                        : "https://spdx.org/licenses/" + block.licence() + ".html");
    }
}
