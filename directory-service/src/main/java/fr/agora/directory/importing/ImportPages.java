package fr.agora.directory.importing;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ImportCounts;
import fr.agora.platform.web.ImportRow;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.platform.web.SpooledFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;

/** Administrators import a file by a form and read the report as a table. */
@Controller
class ImportPages {

    private static final String PATH = "/annuaire/importer";
    private static final int LAST = 5;

    private final DirectoryImports imports;
    private final LineImport lines;
    private final ImportReports reports;
    private final ImportSettings settings;
    private final ProblemTexts texts;
    private final Clock clock;

    ImportPages(
            DirectoryImports imports,
            LineImport lines,
            ImportReports reports,
            ImportSettings settings,
            ProblemTexts texts,
            Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.reports = reports;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String form(CurrentUser admin, Model model) {
        allow(admin);
        return show(Form.of(Map.of("kind", ImportKind.ORGANIZATIONS)), model);
    }

    @PostMapping(PATH)
    String run(
            @RequestParam(defaultValue = "ORGANIZATIONS") ImportKind kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            CurrentUser admin,
            Page page,
            Model model,
            HttpServletResponse response)
            throws IOException {
        allow(admin);
        Form form = Form.of(Map.of("kind", kind));
        form.named("file", page.t("import.file"));
        if (file == null || file.isEmpty()) {
            form.reject("file", page.t("import.file.missing"));
        } else {
            try {
                return "redirect:" + PATH + "/" + take(kind, file, page.locale()) + "?fait=importe";
            } catch (ProblemException refused) {
                refuse(form, refused, page);
            } catch (JacksonException cut) {
                refuse(form, ProblemClassifier.classify(cut), page);
            }
        }
        response.setStatus(422);
        return show(form, model);
    }

    private String take(ImportKind kind, MultipartFile file, Locale language) throws IOException {
        try (SpooledFile spooled = imports.spool(file.getInputStream())) {
            ImportFormat format = ImportFormat.of(spooled.head());
            List<ImportRow> kept = new ArrayList<>();
            long[] leftOut = {0};
            ImportCounts counts = imports.run(
                    kind,
                    format,
                    null,
                    spooled,
                    (entries, importer) -> lines.run(entries, importer, language, row -> {
                        if (kept.size() < settings.keptRows()) {
                            kept.add(row);
                        } else {
                            leftOut[0]++;
                        }
                    }));
            ImportReport report =
                    new ImportReport(OpaqueId.next("imp"), clock.instant(), kind, format, counts, kept, leftOut[0]);
            reports.keep(report);
            return report.id();
        }
    }

    private void refuse(Form form, ProblemException refused, Page page) {
        if (refused.fields().isEmpty()) {
            form.reject("file", texts.detail(refused.type(), refused.arguments(), page.locale()));
        }
        for (FieldProblem problem : refused.fields()) {
            form.reject("file", page.t("import.refused", texts.field(problem, page.locale())));
        }
    }

    private String show(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "imports",
                new ImportPage(reports.last(LAST), settings.maxCompact().toMegabytes()));
        return "importing/form";
    }

    @GetMapping(PATH + "/{id}")
    String report(@PathVariable String id, CurrentUser admin, Model model) {
        allow(admin);
        model.addAttribute("report", reports.find(id).orElseThrow(ProblemException::notFound));
        return "importing/report";
    }

    @GetMapping(PATH + "/{id}/rapport.csv")
    void download(@PathVariable String id, CurrentUser admin, Page page, HttpServletResponse response)
            throws IOException {
        allow(admin);
        ImportReport report = reports.find(id).orElseThrow(ProblemException::notFound);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("rapport-import.csv")
                        .build()
                        .toString());
        PrintWriter out = response.getWriter();
        out.print("\uFEFF");
        out.print(String.join(
                ";",
                page.t("import.column.line"),
                page.t("import.column.outcome"),
                page.t("import.column.id"),
                page.t("import.column.reasons")));
        out.print("\r\n");
        for (ImportRow row : report.rows()) {
            out.print(String.join(
                    ";",
                    String.valueOf(row.line()),
                    page.t("import.outcome." + row.outcome().word()),
                    cell(row.id() == null ? "" : row.id()),
                    cell(reasons(row))));
            out.print("\r\n");
        }
    }

    private static String reasons(ImportRow row) {
        return row.reasons().stream()
                .map(reason -> reason.field() + " : " + reason.message())
                .collect(Collectors.joining(" / "));
    }

    /** Quoted, and never a formula of a spreadsheet. */
    private static String cell(String text) {
        String tame = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + tame.replace("\"", "\"\"") + '"';
    }

    private static void allow(CurrentUser admin) {
        if (!admin.isAdmin()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
