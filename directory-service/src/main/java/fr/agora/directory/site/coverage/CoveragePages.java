package fr.agora.directory.site.coverage;

import fr.agora.directory.coverage.Coverage;
import fr.agora.directory.coverage.CoverageCsv;
import fr.agora.directory.coverage.CoverageNode;
import fr.agora.directory.coverage.CoverageRow;
import fr.agora.directory.mandate.MandateAuthority;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.Organization;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where relays are, and where they lack. */
@Controller
class CoveragePages {

    /** A tree one can still take in; a larger one is a list. */
    private static final int WHOLE_TREE = 300;

    private final Coverage coverage;
    private final CoverageCsv csv;
    private final MandateAuthority authority;

    CoveragePages(Coverage coverage, CoverageCsv csv, MandateAuthority authority) {
        this.coverage = coverage;
        this.csv = csv;
        this.authority = authority;
    }

    @GetMapping("/couverture")
    String all(CurrentUser reader, Model model) {
        model.addAttribute("ministries", coverage.ministries());
        return "coverage/all";
    }

    @GetMapping("/couverture/{ministry}")
    String one(
            @PathVariable String ministry,
            @RequestParam(name = "sans-relais", defaultValue = "false") boolean gapsOnly,
            CurrentUser reader,
            Paging paging,
            Page page,
            Model model) {
        Organization found = coverage.ministry(ministry);
        Optional<CurrentUser> user = Optional.of(reader);
        Optional<List<CoverageNode>> roots = gapsOnly ? Optional.empty() : coverage.tree(ministry, WHOLE_TREE, user);
        Slice<CoverageRow> rows = roots.isPresent()
                ? new Slice<>(List.of(), null)
                : coverage.list(ministry, null, gapsOnly, user, paging);
        model.addAttribute(
                "coverage",
                new MinistryCoverage(
                        found,
                        coverage.counts(ministry),
                        gapsOnly,
                        roots.isPresent(),
                        roots.orElse(List.of()),
                        rows.items(),
                        rows.next() == null ? null : page.here("cursor", rows.next()),
                        paging.cursor() != null,
                        authority.ministriesOf(reader).stream()
                                .map(Ministry::id)
                                .anyMatch(ministry::equals)));
        return "coverage/ministry";
    }

    @GetMapping("/couverture/{ministry}/couverture.csv")
    void export(
            @PathVariable String ministry,
            @RequestParam(name = "sans-relais", defaultValue = "false") boolean gapsOnly,
            CurrentUser reader,
            Page page,
            HttpServletResponse response)
            throws IOException {
        Organization found = coverage.ministry(ministry);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("couverture-" + found.id() + ".csv")
                        .build()
                        .toString());
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.write(ministry, gapsOnly, Optional.of(reader), page.locale(), out);
        }
    }
}
