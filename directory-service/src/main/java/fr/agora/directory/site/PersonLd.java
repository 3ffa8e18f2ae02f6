package fr.agora.directory.site;

import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.SkillView;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A person as schema.org says it, of what anybody may see. */
final class PersonLd {

    private static final JsonMapper JSON = new JsonMapper();

    private PersonLd() {}

    static String of(MemberView member) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("@context", "https://schema.org");
        person.put("@type", "Person");
        person.put("name", member.displayName());
        person.put("url", member.url());
        if (member.headline() != null) {
            person.put("jobTitle", member.headline());
        }
        if (member.organization() != null) {
            person.put(
                    "worksFor",
                    Map.of(
                            "@type",
                            "GovernmentOrganization",
                            "name",
                            member.organization().name()));
        }
        if (!member.skills().isEmpty()) {
            person.put(
                    "knowsAbout", member.skills().stream().map(SkillView::label).toList());
        }
        if (member.photoUrl() != null) {
            person.put("image", member.photoUrl());
        }
        // inside a page: no text of anybody's may end the element it stands in
        return JSON.writeValueAsString(person)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
