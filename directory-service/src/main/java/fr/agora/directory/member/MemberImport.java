package fr.agora.directory.member;

import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.lifecycle.ImportedLine;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.member.MemberDraft.Belonging;
import fr.agora.directory.member.MemberDraft.ClaimedSkill;
import fr.agora.platform.web.LineOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads members in the import format (docs/operations/import-data.md). */
@Component
public class MemberImport {

    private static final Map<String, Visibility> VISIBILITIES = Map.of(
            "public", Visibility.PUBLIC,
            "agents", Visibility.AGENTS,
            "reseau", Visibility.NETWORK,
            "prive", Visibility.ME);
    private static final Map<String, Level> LEVELS = Map.of(
            "notions", Level.NOTIONS,
            "autonome", Level.AUTONOMOUS,
            "autonomous", Level.AUTONOMOUS,
            "expert", Level.EXPERT);

    private final MemberEditing editing;

    MemberImport(MemberEditing editing) {
        this.editing = editing;
    }

    public LineOutcome importLine(ObjectNode json, @Nullable String source) {
        ImportedLine line = new ImportedLine(json, source);
        String id = line.id();
        ImportKey key = line.key();
        MemberDraft draft = new MemberDraft(
                name(line),
                line.text("role_title", 300),
                line.text("bio", 5_000),
                line.text("organisation_id", 128),
                line.territories(),
                skills(line),
                line.list("j_offre"),
                line.list("je_cherche"),
                communities(line),
                line.oneOf("visibility", VISIBILITIES, Visibility.AGENTS));
        @Nullable String account = line.text("compte", 64);
        line.check();
        return editing.importOne(id, draft, account, key, !line.isDraft());
    }

    private static List<ClaimedSkill> skills(ImportedLine line) {
        List<ClaimedSkill> skills = new ArrayList<>();
        for (ObjectNode each : line.objects("skills")) {
            String code = each.path("code").asString("");
            String level = each.path("niveau").asString("").toLowerCase(Locale.ROOT);
            if (!level.isEmpty() && !LEVELS.containsKey(level)) {
                line.refuse("skills", "field.unknown", level);
            }
            skills.add(new ClaimedSkill(withoutPrefix(code), LEVELS.get(level)));
        }
        for (String code : line.list("skill_ids")) {
            skills.add(new ClaimedSkill(withoutPrefix(code), null));
        }
        return skills;
    }

    private static String withoutPrefix(String code) {
        return code.startsWith("skl-") ? code.substring("skl-".length()) : code;
    }

    private static List<Belonging> communities(ImportedLine line) {
        List<Belonging> communities = new ArrayList<>();
        if (line.objects("communautes").isEmpty()) {
            line.list("communautes").forEach(code -> communities.add(new Belonging(code, null)));
        }
        for (ObjectNode each : line.objects("communautes")) {
            String label = each.path("libelle").asString("");
            communities.add(new Belonging(each.path("code").asString(""), label.isBlank() ? null : label));
        }
        line.list("community_roles").forEach(code -> communities.add(new Belonging(code, null)));
        return communities;
    }

    private static String name(ImportedLine line) {
        @Nullable String displayed = line.text("display_name", 150);
        @Nullable String given = line.text("given_name", 70);
        @Nullable String family = line.text("family_name", 70);
        if (displayed == null && given != null && family != null) {
            return given + " " + family;
        }
        return displayed == null ? line.required("display_name", 150) : displayed;
    }
}
