package fr.agora.search;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts as their owners would tell them, valid by default. */
public record Facts(FactType type, String id, long revision, ObjectNode data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static long before;

    /** Revisions of the next test begin above those of the last, whose deletions the engine remembers for a while. */
    static void startAnew() {
        before += 1_000;
    }

    public static Facts offer(String id, String title) {
        return published("jobs", "offer", id, "/offres/" + id)
                .with("title", title)
                .with("summary", "Une mission utile.")
                .with("remoteDaysPerWeek", 0)
                .with("validThrough", "2027-03-31");
    }

    public static Facts useCase(String id, String title) {
        return published("projects", "use-case", id, "/cas-usage/" + id)
                .with("slug", id)
                .with("title", title)
                .with("pitch", "Un service plus simple.")
                .with("phase", "LIVE");
    }

    public static Facts block(String id, String name) {
        return published("projects", "block", id, "/briques/" + id)
                .with("name", name)
                .with("useCaseId", "uc")
                .with("useCaseTitle", "Un cas d’usage")
                .with("kind", "MODEL")
                .with("access", "OPEN");
    }

    public static Facts member(String id, String name) {
        return published("directory", "member", id, "/annuaire/membres/" + id).with("displayName", name);
    }

    public static Facts organization(String id, String name) {
        return published("directory", "organization", id, "/annuaire/organismes/" + id)
                .with("name", name)
                .with("kind", "OPERATOR");
    }

    public static Facts mandate(String id, String role, String account) {
        return published("directory", "mandate", id, "/contact-donnees/" + id)
                .with("role", role)
                .with("state", "ACTIVE")
                .with("startsOn", "2020-01-01")
                .with("holder", Map.of("memberId", "m-" + id, "accountId", account));
    }

    public static Facts referenceData(String id, String name) {
        return published("projects", "reference-data", id, "/donnees-reference/" + id)
                .with("name", name)
                .with("summary", "Une liste tenue à jour.");
    }

    private static Facts published(String owner, String kind, String id, String url) {
        var data = JSON.createObjectNode()
                .put("id", id)
                .put("visibility", "PUBLIC")
                .put("url", url);
        List.of("organizations", "ministries", "territories", "skills", "themes")
                .forEach(data::putArray);
        return new Facts(new FactType("agora.%s.%s-published.v1".formatted(owner, kind)), id, 1, data);
    }

    /** The withdrawal of the same thing. */
    public Facts withdrawn() {
        var type = new FactType(type().value().replace("-published", "-withdrawn"));
        return new Facts(type, id, revision, JSON.createObjectNode().put("id", id));
    }

    /** The erasure of the person. */
    public Facts erased() {
        var told = new FactType(type().value().replace("-published", "-erased"));
        return new Facts(told, id, revision, JSON.createObjectNode().put("id", id));
    }

    /** The same as a later version of the fact. */
    public Facts inVersion(int version) {
        return new Facts(new FactType(type().value().replaceAll("\\d+$", String.valueOf(version))), id, revision, data);
    }

    public Facts at(long revision) {
        return new Facts(type, id, revision, data);
    }

    public Facts with(String field, Object value) {
        var changed = data.deepCopy();
        changed.set(field, JSON.valueToTree(value));
        return new Facts(type, id, revision, changed);
    }

    public Facts seenBy(String visibility) {
        return with("visibility", visibility);
    }

    public Facts remoteDays(int days) {
        return with("remoteDaysPerWeek", days);
    }

    public Facts ofMinistry(String id, String name) {
        return adding("ministries", "id", id, "name", name);
    }

    public Facts ofOrganization(String id, String name) {
        return adding("organizations", "id", id, "name", name);
    }

    public Facts in(String code, String label) {
        return adding("territories", "code", code, "label", label);
    }

    public Facts about(String code, String label) {
        return adding("themes", "code", code, "label", label);
    }

    public Facts needing(String code, String label) {
        return adding("skills", "code", code, "label", label);
    }

    private Facts adding(String list, String idField, String id, String nameField, String name) {
        var changed = data.deepCopy();
        changed.withArray(list).addObject().put(idField, id).put(nameField, name);
        return new Facts(type, this.id, revision, changed);
    }

    public Fact fact() {
        return new Fact(
                UUID.randomUUID().toString(),
                type,
                id,
                Instant.parse("2026-11-23T09:00:00Z"),
                before + revision,
                null,
                data);
    }
}
