package fr.agora.projects.publiccode;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.projects.publiccode.Publiccode.Note;
import fr.agora.projects.publicweb.FetchRefused;
import fr.agora.projects.usecase.UseCaseWriting;
import fr.agora.projects.usecase.web.PrefilledForm;
import fr.agora.projects.yaml.SafeYaml;
import fr.agora.projects.yaml.YamlRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Begins a use case from the publiccode.yml of a repository or of a file; nothing is stored yet. */
@Controller
class PrefillPages {

    private final UseCaseWriting writing;
    private final PubliccodeFinding finding;
    private final PrefilledForm forms;

    PrefillPages(UseCaseWriting writing, PubliccodeFinding finding, PrefilledForm forms) {
        this.writing = writing;
        this.finding = finding;
        this.forms = forms;
    }

    @GetMapping("/cas-usage/nouveau/publiccode")
    String ask(CurrentUser author, Model model) {
        writing.checkWrites(author);
        model.addAttribute("form", Form.blank());
        return "publiccode/prefill";
    }

    @PostMapping("/cas-usage/nouveau/publiccode")
    String read(
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable MultipartFile file,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response)
            throws IOException {
        writing.checkWrites(author);
        boolean uploaded = file != null && !file.isEmpty();
        String typed = address == null ? "" : address.strip();
        Form form = Form.of(Map.of("address", typed));
        try {
            if (!uploaded && typed.isEmpty()) {
                form.reject("address", page.t("prefill.nothing"));
            } else if (uploaded && Objects.requireNonNull(file).getSize() > SafeYaml.LONGEST) {
                form.reject("file", page.t("prefill.yaml.too-long"));
            } else {
                String text = uploaded
                        ? new String(Objects.requireNonNull(file).getBytes(), StandardCharsets.UTF_8)
                        : finding.at(typed);
                return show(PubliccodeReading.read(text), author, page, model);
            }
        } catch (FetchRefused refused) {
            form.reject("address", page.t("prefill.fetch." + refused.reason()));
        } catch (YamlRefused refused) {
            form.reject(uploaded ? "file" : "address", page.t("prefill." + refused.key(), refused.line()));
        }
        form.named("address", page.t("prefill.address"));
        form.named("file", page.t("prefill.file"));
        response.setStatus(422);
        model.addAttribute("form", form);
        return "publiccode/prefill";
    }

    private String show(Publiccode read, CurrentUser author, Page page, Model model) {
        Map<String, Object> values = new HashMap<>();
        put(values, "title", read.name());
        put(values, "pitch", read.pitch());
        put(values, "description", read.description());
        put(values, "phase", read.phase());
        put(values, "repository", read.repository());
        put(values, "website", read.website());
        if (read.name() != null) {
            values.put("blocks[0].name", read.name());
            values.put("blocks[0].kind", kind(read.softwareType()));
            values.put("blocks[0].access", "OPEN");
            put(values, "blocks[0].licence", read.licence());
            put(values, "blocks[0].documentation", read.documentation());
            put(values, "blocks[0].repository", read.repository());
        }
        List<String> notes =
                read.notUnderstood().stream().map(each -> worded(each, page)).toList();
        return forms.show(values, notes, author, page, model);
    }

    private static String worded(Note note, Page page) {
        return page.t("publiccode.note." + note.reason(), note.field(), note.value());
    }

    private static String kind(@Nullable String softwareType) {
        return switch (softwareType == null ? "" : softwareType) {
            case "library", "addon", "softwareAddon" -> "ALGORITHM";
            case "standalone/backend", "configurationFiles" -> "INFRASTRUCTURE";
            default -> "INTERFACE";
        };
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
