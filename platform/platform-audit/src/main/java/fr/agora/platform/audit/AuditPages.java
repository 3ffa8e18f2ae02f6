package fr.agora.platform.audit;

import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Journal des actions »: one for each service, each with links to the others. */
@Controller
@RequestMapping("${agora.audit.page:/journal}")
@PreAuthorize("hasRole('ADMIN')")
class AuditPages {

    private static final int ROWS = 50;

    private final Journal own;
    private final AuditEntries entries;
    private final ChainReading chain;
    private final Witnesses witnesses;
    private final AuditSettings settings;

    AuditPages(Journal own, AuditEntries entries, ChainReading chain, Witnesses witnesses, AuditSettings settings) {
        this.own = own;
        this.entries = entries;
        this.chain = chain;
        this.witnesses = witnesses;
        this.settings = settings;
    }

    @GetMapping
    String list(
            @RequestParam Map<String, String> typed, @RequestParam @Nullable String cursor, Page page, Model model) {
        AuditQuestion question = question(typed);
        Slice<AuditEntry> found = entries.list(question, new Paging(ROWS, cursor));
        model.addAttribute("form", form(typed));
        model.addAttribute(
                "journal",
                new AuditPage(
                        own.service(),
                        own.path(),
                        settings.all(),
                        found.items().stream()
                                .map(entry -> AuditRow.of(entry, page.locale()))
                                .toList(),
                        doubts(page),
                        Stream.of(
                                        question.account(),
                                        question.item(),
                                        question.operation(),
                                        question.from(),
                                        question.to())
                                .anyMatch(Objects::nonNull),
                        page.href(
                                own.path() + "/journal.csv",
                                "compte",
                                typed.get("compte"),
                                "objet",
                                typed.get("objet"),
                                "operation",
                                typed.get("operation"),
                                "du",
                                typed.get("du"),
                                "au",
                                typed.get("au")),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor != null));
        return "audit/journal";
    }

    private List<AuditPage.Doubt> doubts(Page page) {
        return witnesses.all().stream()
                .filter(witness -> witness.differsSince() != null)
                .map(witness -> new AuditPage.Doubt(
                        witness.service(), page.date(Objects.requireNonNull(witness.differsSince()))))
                .toList();
    }

    @GetMapping("/journal.csv")
    void csv(@RequestParam Map<String, String> typed, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal-" + own.service() + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        AuditCsv csv = new AuditCsv(response.getWriter());
        csv.header();
        entries.each(question(typed), csv::write);
    }

    @GetMapping("/verification")
    String verify(Page page, Model model) {
        model.addAttribute(
                "verification", VerificationPage.of(own, settings.all(), chain.read(), witnesses.all(), page));
        return "audit/verification";
    }

    /** An administrator has looked into a difference: the next one is told again. */
    @PostMapping("/verification/{service}/vu")
    String settle(@PathVariable String service) {
        witnesses.settle(service);
        return "redirect:" + own.path() + "/verification?fait=enregistre";
    }

    private static AuditQuestion question(Map<String, String> typed) {
        return new AuditQuestion(
                typed.get("compte"),
                typed.get("objet"),
                typed.get("operation"),
                day(typed.get("du")),
                day(typed.get("au")));
    }

    /** A day nobody can read is no bound: the field shows what was typed. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
            return AuditQuestion.isADay(day) ? day : null;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static Form form(Map<String, String> typed) {
        Map<String, Object> values = new HashMap<>();
        Stream.of("compte", "objet", "operation", "du", "au")
                .forEach(name -> values.put(name, typed.getOrDefault(name, "")));
        return Form.of(values);
    }
}
