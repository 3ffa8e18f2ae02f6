package fr.agora.directory.works;

import java.util.List;

/** What the page of an organisation shows of its works: the first few of each kind. */
public record OrganizationWorks(List<Work> useCases, List<Work> blocks, List<Work> offers) {

    /** So many of each kind are shown; the search has the rest. */
    public static final int SHOWN = 12;

    public boolean isEmpty() {
        return useCases.isEmpty() && blocks.isEmpty() && offers.isEmpty();
    }
}
