package fr.agora.projects.publiccode;

import fr.agora.platform.ui.Markdown;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.BlockKind;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes publiccode.yml 0.7 from what is published of a use case; nobody is named in it but organisations. What the use
 * case does not say is left out and named at the head of the file.
 */
final class PubliccodeWriting {

    private static final int SHORT = 150;
    private static final int LONG = 10_000;

    private PubliccodeWriting() {}

    /**
     * The file.
     *
     * @param page address of the use case's page
     * @param usedBy names of the organisations whose reuse is confirmed
     */
    static String write(UseCase useCase, String page, List<String> usedBy) {
        UseCaseContent content = useCase.content();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("publiccodeYmlVersion", "0.7");
        file.put("name", content.title());
        if (content.repository() != null) {
            file.put("url", content.repository());
        }
        file.put("landingURL", content.website() == null ? page : content.website());
        file.put("platforms", List.of("web"));
        if (!useCase.surroundings().organizations().isEmpty()) {
            file.put(
                    "organisation",
                    Map.of(
                            "name",
                            useCase.surroundings().organizations().getFirst().name()));
        }
        if (!usedBy.isEmpty()) {
            file.put("usedBy", usedBy);
        }
        file.put("developmentStatus", status(content.phase()));
        file.put("softwareType", hasScreen(content) ? "standalone/web" : "standalone/other");
        file.put("description", Map.of("fr", description(content)));
        licence(content).ifPresent(licence -> file.put("legal", Map.of("license", licence)));
        maintenance(content).ifPresent(maintenance -> file.put("maintenance", maintenance));
        file.put("localisation", localisation());
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setAllowUnicode(true);
        style.setWidth(120);
        return head(PubliccodeGaps.of(content)) + new Yaml(style).dump(file);
    }

    private static String head(Set<PubliccodeGaps> gaps) {
        return gaps.isEmpty()
                ? ""
                : "# Incomplet : la fiche ne dit pas encore ce que la norme attend sous "
                        + gaps.stream().map(PubliccodeGaps::key).collect(Collectors.joining(", ")) + ".\n";
    }

    private static boolean hasScreen(UseCaseContent content) {
        return content.blocks().stream().anyMatch(each -> each.kind() == BlockKind.INTERFACE);
    }

    private static Optional<Map<String, Object>> maintenance(UseCaseContent content) {
        if (content.phase() == Phase.STOPPED) {
            return Optional.of(Map.of("type", "none"));
        }
        return PubliccodeGaps.maintainer(content).map(maintainer -> {
            Map<String, Object> maintenance = new LinkedHashMap<>();
            maintenance.put("type", "internal");
            maintenance.put("contacts", List.of(Map.of("name", maintainer.name())));
            return maintenance;
        });
    }

    private static Map<String, Object> description(UseCaseContent content) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("shortDescription", cut(content.pitch(), SHORT));
        String told = Markdown.toText(content.description(), LONG);
        String change = content.whatChanges() == null ? "" : content.whatChanges() + "\n\n";
        description.put("longDescription", cut(change + (told.isEmpty() ? content.pitch() : told), LONG));
        List<String> features =
                content.blocks().stream().map(Block::name).limit(20).toList();
        if (!features.isEmpty()) {
            description.put("features", features);
        }
        content.blocks().stream()
                .map(Block::documentation)
                .filter(each -> each != null)
                .findFirst()
                .ifPresent(link -> description.put("documentation", link));
        return description;
    }

    private static Map<String, Object> localisation() {
        Map<String, Object> localisation = new LinkedHashMap<>();
        localisation.put("localisationReady", false);
        localisation.put("availableLanguages", List.of("fr"));
        return localisation;
    }

    /** That of the first brick that says one: a use case has none of its own. */
    static Optional<String> licence(UseCaseContent content) {
        return content.blocks().stream()
                .map(Block::licence)
                .filter(each -> each != null)
                .map(String::valueOf)
                .findFirst();
    }

    private static String status(Phase phase) {
        return switch (phase) {
            case IDEA -> "concept";
            case IN_PROGRESS -> "development";
            case LIVE, REFERENCE, TRANSFERRED -> "stable";
            case STOPPED -> "obsolete";
        };
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
