package fr.agora.projects.publiccode;

import fr.agora.projects.publicweb.FetchRefused;
import fr.agora.projects.publicweb.FetchRefused.Reason;
import fr.agora.projects.publicweb.PublicWeb;
import org.springframework.stereotype.Component;

/** Finds the publiccode.yml of a repository from the address people know. */
@Component
class PubliccodeFinding {

    private final PublicWeb web;

    PubliccodeFinding(PublicWeb web) {
        this.web = web;
    }

    /**
     * The text of the file.
     *
     * @throws FetchRefused when none of the places it may be at has it
     */
    String at(String typed) {
        FetchRefused last = null;
        for (String place : ForgeLocations.of(typed)) {
            try {
                return web.fetch(place).text();
            } catch (FetchRefused refused) {
                if (refused.reason() != Reason.ABSENT) {
                    throw refused;
                }
                last = refused;
            }
        }
        throw last == null ? new IllegalStateException("There is always a place to try") : last;
    }
}
