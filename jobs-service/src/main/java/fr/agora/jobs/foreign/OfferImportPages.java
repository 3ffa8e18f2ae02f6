package fr.agora.jobs.foreign;

import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Administrators import another board's file by a form, try it out first if they like, and read the report. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class OfferImportPages {

    private static final String PATH = "/recrutement/importer";
    private static final int LAST = 5;
    private static final int LONGEST_SOURCE = 100;
    /** Once unzipped; what is sent may weigh 64 MB. */
    private static final long LARGEST_FILE = 256L * 1024 * 1024;

    private final ForeignImport imports;
    private final OfferImportReports reports;
    private final ProblemTexts texts;
    private final Clock clock;

    OfferImportPages(ForeignImport imports, OfferImportReports reports, ProblemTexts texts, Clock clock) {
        this.imports = imports;
        this.reports = reports;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String form(Model model) {
        return show(Form.of(Map.of("dry", "true")), model);
    }

    @PostMapping(PATH)
    String run(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String complete,
            @RequestParam(required = false) @Nullable String dry,
            Page page,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Map<String, Object> typed = new HashMap<>();
        typed.put("source", source == null ? "" : source);
        typed.put("complete", complete == null ? "" : complete);
        typed.put("dry", dry == null ? "" : dry);
        Form form = Form.of(typed).named("file", page.t("import.file")).named("source", page.t("import.source"));
        if (source != null && (source.length() > LONGEST_SOURCE || source.contains("/"))) {
            form.reject("source", page.t("import.source.wrong", LONGEST_SOURCE));
        }
        if (file == null || file.isEmpty()) {
            form.reject("file", page.t("import.file.missing"));
        }
        if (!form.hasErrors() && file != null) {
            try {
                OfferImportReport report = take(file, source, complete != null, dry != null, page);
                return "redirect:" + PATH + "/" + report.id() + "?fait=" + (report.dry() ? "essaye" : "importe");
            } catch (ProblemException refused) {
                form.reject("file", texts.detail(refused.type(), refused.arguments(), page.locale()));
            }
        }
        response.setStatus(422);
        return show(form, model);
    }

    private OfferImportReport take(
            MultipartFile sent, @Nullable String source, boolean complete, boolean dry, Page page) throws IOException {
        Path written = Files.createTempFile("import-report", ".ndjson");
        try (CheckedFile file = CheckedFile.of(sent.getInputStream(), LARGEST_FILE)) {
            ForeignFormat format = ForeignFormat.of(file);
            String name = source == null || source.isBlank() ? format.source() : source.strip();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
                ForeignReport report = new ForeignReport(out, texts, page.locale());
                if (dry) {
                    imports.tryOut(file, format, name, complete, report);
                } else {
                    imports.run(file, format, name, complete, report);
                }
            }
            return reports.keep(OpaqueId.next("imp"), clock.instant(), name, format, dry, written);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @GetMapping(PATH + "/{id}")
    String report(@PathVariable String id, Model model) {
        model.addAttribute("report", reports.find(id).orElseThrow(ProblemException::notFound));
        return "importing/report";
    }

    private String show(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("reports", reports.last(LAST));
        return "importing/form";
    }
}
