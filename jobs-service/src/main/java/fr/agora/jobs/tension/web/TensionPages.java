package fr.agora.jobs.tension.web;

import fr.agora.jobs.tension.Scope;
import fr.agora.jobs.tension.TensionBoard;
import fr.agora.jobs.tension.TensionReading;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The tension board for the filière RH du numérique, moderators and ministries' data officers. */
@Controller
class TensionPages {

    private final TensionReading reading;
    private final TensionCsv csv;

    TensionPages(TensionReading reading, TensionCsv csv) {
        this.reading = reading;
        this.csv = csv;
    }

    @GetMapping("/recrutement/tension")
    String board(
            @RequestParam(name = "toutes", defaultValue = "false") boolean all,
            CurrentUser user,
            Page page,
            Model model) {
        Scope scope = reading.scope(user, all);
        model.addAttribute(
                "tension",
                TensionPage.of(
                        reading.board(scope),
                        scope.boards(),
                        scope.ministries() == null,
                        reading.countsApplications(),
                        page));
        return "tension/board";
    }

    @Operation(summary = "How hard offers are to fill, by family of trades (filière RH, moderators, data officers)")
    @GetMapping("/api/jobs/tension")
    @ResponseBody
    TensionBoard api(@RequestParam(defaultValue = "false") boolean boards, @Parameter(hidden = true) CurrentUser user) {
        return reading.board(reading.scope(user, boards));
    }

    @GetMapping("/recrutement/tension.csv")
    void export(
            @RequestParam(name = "toutes", defaultValue = "false") boolean all,
            CurrentUser user,
            Page page,
            HttpServletResponse response)
            throws IOException {
        Scope scope = reading.scope(user, all);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("tension-offres.csv")
                        .build()
                        .toString());
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.write(scope, page, out);
        }
    }
}
