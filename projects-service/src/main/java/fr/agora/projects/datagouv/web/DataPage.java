package fr.agora.projects.datagouv.web;

import fr.agora.projects.datagouv.ReusePublication.Reuse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a use case, for its editors.
 *
 * @param dryRun what would be sent to data.gouv.fr; absent where there is nothing to send
 * @param offered whether it can be sent from here
 */
public record DataPage(
        String title,
        String url,
        List<DataLine> lines,
        @Nullable Reuse dryRun,
        boolean offered) {}
