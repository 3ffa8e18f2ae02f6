package fr.agora.projects.usecase.web;

import fr.agora.platform.text.Labelled;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A published use case as schema.org's SoftwareSourceCode, for the page. */
final class SoftwareJsonLd {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SoftwareJsonLd() {}

    /** JSON that cannot end the element it stands in. */
    static String of(UseCase useCase, String publicUrl) {
        UseCaseContent content = useCase.content();
        Map<String, @Nullable Object> code = new LinkedHashMap<>();
        code.put("@context", "https://schema.org");
        code.put("@type", "SoftwareSourceCode");
        code.put("@id", publicUrl + useCase.url());
        code.put("url", publicUrl + useCase.url());
        code.put("name", content.title());
        code.put("description", content.pitch());
        code.put("codeRepository", content.repository());
        code.put("sameAs", content.website());
        code.put("inLanguage", "fr");
        code.put("creativeWorkStatus", content.phase().name());
        code.put("keywords", content.themes().stream().map(Labelled::label).toList());
        code.put("license", licences(content));
        code.put(
                "maintainer",
                useCase.surroundings().organizations().stream()
                        .map(each -> Map.of("@type", "GovernmentOrganization", "name", each.name()))
                        .toList());
        code.put(
                "datePublished",
                useCase.publishedAt() == null ? null : useCase.publishedAt().toString());
        code.put("dateModified", useCase.updatedAt().toString());
        code.values().removeIf(each -> each == null || each.equals(List.of()));
        return JSON.writeValueAsString(code)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static List<String> licences(UseCaseContent content) {
        return content.blocks().stream()
                .map(Block::licence)
                .filter(Objects::nonNull)
                .map(each -> each.contains(" ") ? each : "https://spdx.org/licenses/" + each)
                .distinct()
                .toList();
    }
}
