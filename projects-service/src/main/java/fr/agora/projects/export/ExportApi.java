package fr.agora.projects.export;

import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.PublicDump;
import fr.agora.projects.usecase.UseCase;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Gives away what is public, under Licence Ouverte 2.0; anybody may take it. */
@Tag(name = "exports")
@RestController
@RequestMapping("/api/projects/exports")
class ExportApi {

    private static final String LICENCE = "https://spdx.org/licenses/etalab-2.0.html";

    private final PublicDump dump;
    private final Exports exports;
    private final ExportNotice notice;
    private final JsonMapper json;

    ExportApi(PublicDump dump, @Value("${AGORA_PUBLIC_URL:http://localhost:8080}") String publicUrl, JsonMapper json) {
        this.dump = dump;
        this.exports = new Exports(publicUrl);
        this.notice = new ExportNotice(publicUrl);
        this.json = json;
    }

    @Operation(summary = "What the exported files are, as a DCAT catalogue (JSON-LD)")
    @GetMapping(produces = "application/ld+json")
    Map<String, Object> notice() {
        return notice.catalogue();
    }

    @Operation(summary = "All public use cases as CSV, Licence Ouverte 2.0")
    @GetMapping("/use-cases.csv")
    void useCasesCsv(HttpServletResponse response) throws IOException {
        csv("cas-usage.csv", Exports.USE_CASE, this::useCases, response);
    }

    @Operation(summary = "All public use cases as JSON, Licence Ouverte 2.0")
    @GetMapping("/use-cases.json")
    void useCasesJson(HttpServletResponse response) throws IOException {
        json(this::useCases, response);
    }

    @Operation(summary = "All public bricks as CSV, Licence Ouverte 2.0")
    @GetMapping("/blocks.csv")
    void blocksCsv(HttpServletResponse response) throws IOException {
        csv("briques.csv", Exports.BLOCK, this::blocks, response);
    }

    @Operation(summary = "All public bricks as JSON, Licence Ouverte 2.0")
    @GetMapping("/blocks.json")
    void blocksJson(HttpServletResponse response) throws IOException {
        json(this::blocks, response);
    }

    private interface Rows {
        void forEach(Consumer<Map<String, @Nullable String>> row);
    }

    private void useCases(Consumer<Map<String, @Nullable String>> row) {
        dump.forEach(useCase -> row.accept(exports.useCase(useCase)));
    }

    private void blocks(Consumer<Map<String, @Nullable String>> row) {
        dump.forEach(useCase -> bricks(useCase, row));
    }

    private void bricks(UseCase useCase, Consumer<Map<String, @Nullable String>> row) {
        for (Block block : useCase.content().blocks()) {
            row.accept(exports.block(useCase, block));
        }
    }

    private void csv(String name, List<String> columns, Rows rows, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Link", "<" + LICENCE + ">; rel=\"license\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            Csv csv = new Csv(out);
            csv.row(new ArrayList<>(columns));
            rows.forEach(row -> written(() -> csv.row(new ArrayList<>(row.values()))));
        }
    }

    private void json(Rows rows, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Link", "<" + LICENCE + ">; rel=\"license\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write("[");
            String[] between = {"\n"};
            rows.forEach(row -> written(() -> {
                out.write(between[0] + json.writeValueAsString(row));
                between[0] = ",\n";
            }));
            out.write("\n]\n");
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void written(Writing writing) {
        try {
            writing.run();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
