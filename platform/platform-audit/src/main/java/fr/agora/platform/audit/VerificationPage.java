package fr.agora.platform.audit;

import fr.agora.platform.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification says, in words.
 *
 * @param path of the journal
 * @param lastDay of the last entry, null for an empty chain
 * @param hash of the last entry, in groups that fit a narrow screen
 * @param flaws sentences
 * @param witnessed what this service noted of the others
 */
public record VerificationPage(
        String service,
        String path,
        List<Journal> journals,
        ChainReport report,
        @Nullable String lastDay,
        String hash,
        List<String> flaws,
        List<Witnessed> witnessed) {

    /**
     * Another service's chain.
     *
     * @param settle address that takes note of a difference; null where there is none
     */
    public record Witnessed(
            String service,
            String day,
            String entry,
            boolean differs,
            @Nullable String settle) {}

    static VerificationPage of(
            Journal own, List<Journal> journals, ChainReport report, List<Witness> witnesses, Page page) {
        return new VerificationPage(
                own.service(),
                own.path(),
                journals,
                report,
                report.lastAt() == null ? null : page.date(report.lastAt()),
                report.hash().replaceAll("(.{8})(?!$)", "$1 "),
                report.flaws().stream()
                        .map(flaw -> page.t("audit.flaw." + flaw.kind(), page.number(flaw.number())))
                        .toList(),
                witnesses.stream()
                        .map(witness -> new Witnessed(
                                witness.service(),
                                page.date(witness.at()),
                                page.number(witness.last().number()),
                                witness.differsAt() != null,
                                witness.differsAt() == null
                                        ? null
                                        : own.path() + "/verification/" + witness.service() + "/vu"))
                        .toList());
    }
}
