package fr.agora.directory.member;

import fr.agora.directory.cohort.AlumniDraft;
import fr.agora.directory.cohort.Cohorts;
import fr.agora.directory.cohort.ConsentKind;
import fr.agora.directory.cohort.ProfileType;
import fr.agora.directory.lifecycle.ImportedLine;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.member.MemberDraft.Belonging;
import fr.agora.directory.member.MemberDraft.ClaimedSkill;
import fr.agora.platform.web.LineOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
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

    private static final Map<String, ProfileType> PROFILES = Map.of(
            "data-science", ProfileType.DATA_SCIENCE,
            "developpement", ProfileType.DEVELOPMENT,
            "design", ProfileType.DESIGN,
            "juridique", ProfileType.LEGAL);
    private static final Map<String, ProfileField> FIELDS = Map.of(
            "fonction", ProfileField.HEADLINE,
            "bio", ProfileField.BIO,
            "organisme", ProfileField.ORGANIZATION,
            "territoires", ProfileField.TERRITORIES,
            "competences", ProfileField.SKILLS,
            "aide", ProfileField.HELP,
            "communautes", ProfileField.COMMUNITIES,
            "promotion", ProfileField.COHORT,
            "photo", ProfileField.PHOTO);

    private final MemberEditing editing;
    private final Cohorts cohorts;

    MemberImport(MemberEditing editing, Cohorts cohorts) {
        this.editing = editing;
        this.cohorts = cohorts;
    }

    public LineOutcome importLine(ObjectNode json, @Nullable String source) {
        ImportedLine line = new ImportedLine(json, source);
        String id = line.id();
        Visibility visibility = line.oneOf("visibility", VISIBILITIES, Visibility.AGENTS);
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
                cohort(line),
                visibility,
                visibilities(line, visibility));
        ImportedMember member = new ImportedMember(
                id,
                line.key(),
                draft,
                line.text("compte", 64),
                day(line, "confirme_le"),
                consents(line),
                line.list("cache_a"),
                !line.isDraft());
        line.check();
        return editing.importOne(member);
    }

    /** Whose line says nothing of a field shows it to all readers of the profile, as before fields were told apart. */
    private static Map<ProfileField, Visibility> visibilities(ImportedLine line, Visibility ofProfile) {
        Map<ProfileField, Visibility> all = new EnumMap<>(ProfileField.class);
        FIELDS.forEach((column, field) -> all.put(field, line.oneOf("visibilite_" + column, VISIBILITIES, ofProfile)));
        return all;
    }

    private @Nullable AlumniDraft cohort(ImportedLine line) {
        @Nullable String code = line.text("promotion", 20);
        if (code == null) {
            return null;
        }
        if (cohorts.find(code).isEmpty()) {
            line.refuse("promotion", "field.unknown", code);
        }
        return new AlumniDraft(code, line.text("defi", 200), profile(line));
    }

    private static @Nullable ProfileType profile(ImportedLine line) {
        return line.text("profil_eig", 40) == null
                ? null
                : line.oneOf("profil_eig", PROFILES, ProfileType.DATA_SCIENCE);
    }

    private static Map<ConsentKind, Instant> consents(ImportedLine line) {
        Map<ConsentKind, Instant> given = new EnumMap<>(ConsentKind.class);
        for (ConsentKind kind : ConsentKind.values()) {
            Instant since = day(line, kind == ConsentKind.RECRUITMENT ? "consent_poste" : "consent_relais");
            if (since != null) {
                given.put(kind, since);
            }
        }
        return given;
    }

    private static @Nullable Instant day(ImportedLine line, String field) {
        @Nullable String text = line.text(field, 10);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text).atTime(12, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException wrong) {
            line.refuse(field, "field.format");
            return null;
        }
    }

    private static List<ClaimedSkill> skills(ImportedLine line) {
        List<ClaimedSkill> skills = new ArrayList<>();
        for (ObjectNode each : line.objects("skills")) {
            String code = each.path("code").asString("");
            String level = each.path("niveau").asString("").toLowerCase(Locale.ROOT);
            if (!level.isEmpty() && !LEVELS.containsKey(level)) {
                line.refuse("skills", "field.unknown", level);
            }
            String evidence = each.path("preuve").asString("");
            if (!evidence.isEmpty() && (evidence.length() > 500 || !evidence.matches("https?://\\S+"))) {
                line.refuse("skills", "field.address");
            }
            skills.add(new ClaimedSkill(withoutPrefix(code), LEVELS.get(level), evidence));
        }
        for (String code : line.list("skill_ids")) {
            skills.add(new ClaimedSkill(withoutPrefix(code), null, null));
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
