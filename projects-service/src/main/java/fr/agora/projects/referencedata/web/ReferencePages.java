package fr.agora.projects.referencedata.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.referencedata.Criterion;
import fr.agora.projects.referencedata.ReferenceDataset;
import fr.agora.projects.referencedata.ReferenceDatasets;
import fr.agora.projects.referencedata.ReferenceDraft;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of reference data, the page of one, and the moderators' form. */
@Controller
class ReferencePages {

    private final ReferenceDatasets datasets;
    private final Organizations organizations;
    private final ProblemTexts texts;
    private final Clock clock;

    ReferencePages(ReferenceDatasets datasets, Organizations organizations, ProblemTexts texts, Clock clock) {
        this.datasets = datasets;
        this.organizations = organizations;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/donnees-reference")
    String list(Optional<CurrentUser> reader, Model model) {
        List<ReferenceDataset> all = datasets.all();
        Map<String, Organization> sources = organizations.findAll(
                all.stream().map(ReferenceDataset::sourceOrganization).toList());
        boolean mayWrite = reader.filter(CurrentUser::isModerator).isPresent();
        model.addAttribute("mayWrite", mayWrite);
        model.addAttribute(
                "datasets",
                all.stream()
                        .map(each ->
                                new ReferencePage(each, name(each, sources.get(each.sourceOrganization())), mayWrite))
                        .toList());
        return "referencedata/list";
    }

    @GetMapping("/donnees-reference/{id}")
    String one(@PathVariable String id, Optional<CurrentUser> reader, Model model) {
        ReferenceDataset dataset = datasets.find(id).orElseThrow(ProblemException::notFound);
        model.addAttribute(
                "dataset",
                new ReferencePage(
                        dataset,
                        name(
                                dataset,
                                organizations.find(dataset.sourceOrganization()).orElse(null)),
                        reader.filter(CurrentUser::isModerator).isPresent()));
        return "referencedata/dataset";
    }

    @GetMapping("/donnees-reference/nouvelle")
    String blank(CurrentUser moderator, Model model) {
        ReferenceDatasets.allow(moderator);
        return show(Form.blank(), null, model);
    }

    @GetMapping("/donnees-reference/{id}/modifier")
    String form(@PathVariable String id, CurrentUser moderator, Model model) {
        ReferenceDatasets.allow(moderator);
        ReferenceDataset dataset = datasets.find(id).orElseThrow(ProblemException::notFound);
        return show(Form.of(stored(dataset)), dataset, model);
    }

    @PostMapping("/donnees-reference/nouvelle")
    String create(
            @RequestParam Map<String, String> typed,
            CurrentUser moderator,
            Page page,
            Model model,
            HttpServletResponse response) {
        return save(typed.get("id"), typed, null, moderator, page, model, response);
    }

    @PostMapping("/donnees-reference/{id}/modifier")
    String edit(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            CurrentUser moderator,
            Page page,
            Model model,
            HttpServletResponse response) {
        ReferenceDatasets.allow(moderator);
        ReferenceDataset dataset = datasets.find(id).orElseThrow(ProblemException::notFound);
        return save(id, typed, dataset, moderator, page, model, response);
    }

    private String save(
            @Nullable String id,
            Map<String, String> typed,
            @Nullable ReferenceDataset known,
            CurrentUser moderator,
            Page page,
            Model model,
            HttpServletResponse response) {
        ReferenceDatasets.allow(moderator);
        Form form = Form.of(typed);
        try {
            ReferenceDraft draft = ReferenceDraft.checked(
                    id,
                    typed.get("name"),
                    typed.get("summary"),
                    typed.get("sourceOrganization"),
                    typed.get("dataGouvSlug"),
                    criterion(typed, "completeness"),
                    criterion(typed, "freshness"),
                    criterion(typed, "diffusion"),
                    clock);
            if (organizations.find(draft.sourceOrganization()).isEmpty()) {
                throw ProblemException.invalidField("sourceOrganization", "field.unknown", draft.sourceOrganization());
            }
            if (known == null && datasets.find(draft.id()).isPresent()) {
                throw ProblemException.invalidField("id", "reference-data.taken");
            }
            return "redirect:" + datasets.write(moderator, draft).url() + "?fait=enregistre";
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            for (FieldProblem field : refused.fields()) {
                form.named(field.field(), page.t("reference-data." + field.field()));
                form.reject(field.field(), texts.field(field, page.locale()));
            }
        }
        response.setStatus(422);
        return show(form, known, model);
    }

    private String show(Form form, @Nullable ReferenceDataset known, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("known", known);
        model.addAttribute(
                "organizations",
                organizations.byName(500).stream()
                        .map(each -> fr.agora.platform.ui.Choice.of(each.id(), each.name()))
                        .toList());
        return "referencedata/edit";
    }

    private static ReferenceDraft.Written criterion(Map<String, String> typed, String name) {
        return new ReferenceDraft.Written(
                typed.get(name + ".value"), typed.get(name + ".measuredOn"), typed.get(name + ".source"));
    }

    private static Map<String, Object> stored(ReferenceDataset dataset) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", dataset.id());
        values.put("name", dataset.name());
        values.put("summary", dataset.summary());
        values.put("sourceOrganization", dataset.sourceOrganization());
        if (dataset.dataGouvSlug() != null) {
            values.put("dataGouvSlug", dataset.dataGouvSlug());
        }
        put(values, "completeness", dataset.completeness());
        put(values, "freshness", dataset.freshness());
        put(values, "diffusion", dataset.diffusion());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Criterion criterion) {
        if (criterion != null) {
            values.put(name + ".value", criterion.value());
            values.put(name + ".measuredOn", criterion.measuredOn());
            values.put(name + ".source", criterion.source());
        }
    }

    private static String name(ReferenceDataset dataset, @Nullable Organization source) {
        return source == null ? dataset.sourceOrganization() : source.name();
    }
}
