package fr.agora.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What one writer wrote under one identifier, as far as the platform said that it had it. */
final class Entry {

    /** Something of which a service acknowledges writes, and which the search finds. */
    enum Kind {
        ORGANIZATION("/api/directory/organizations", "organization", "name", """
                {"name":"%s","kind":"OPERATOR","parentIds":["dinum"]}"""),
        USE_CASE("/api/projects/use-cases", "use-case", "title", """
                {"title":"%1$s","pitch":"Un essai.","audience":"Les agents","whatChanges":"Moins d’attente.","phase":"LIVE",\
                "indicators":[{"label":"Délai","before":"10","after":"2","unit":"jours","measuredOn":"2026-09-01","source":"Enquête"}],\
                "blocks":[{"name":"Chaîne %1$s","kind":"PIPELINE","summary":"Des données propres.","licence":"MIT","access":"OPEN"}],\
                "organizations":["insee"],"visibility":"PUBLIC"}"""),
        OFFER("/api/jobs/offers", "offer", "title", """
                {"title":"%1$s","summary":"Un essai.","remoteDaysPerWeek":1,"validThrough":"%2$s","visibility":"PUBLIC"}""");

        final String path;
        final String searched;
        final String titled;
        private final String body;

        Kind(String path, String searched, String titled, String body) {
            this.path = path;
            this.searched = searched;
            this.titled = titled;
            this.body = body;
        }

        String body(String title) {
            return body.formatted(title, LocalDate.now().plusMonths(3));
        }
    }

    private final Kind kind;
    private final String name;
    private final String id;
    private int edition = 1;
    private String status = "DRAFT";

    /** @param name the words it is found by, its own and those of its run */
    Entry(Kind kind, String name, String id) {
        this.kind = kind;
        this.name = name;
        this.id = id;
    }

    static String title(String name, int edition) {
        return name + " édition " + edition;
    }

    void edited() {
        edition++;
    }

    void is(String acknowledged) {
        status = acknowledged;
    }

    Kind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    String path() {
        return kind.path + "/" + id;
    }

    String title() {
        return title(name, edition);
    }

    String nextTitle() {
        return title(name, edition + 1);
    }

    boolean isPublished() {
        return status.equals("PUBLISHED");
    }

    /** What is not as it was acknowledged, empty when all is. */
    List<String> missedBy(Api owner) {
        List<String> missed = new ArrayList<>();
        Api.Answer stored = owner.get(path());
        if (stored.status() != 200) {
            missed.add(path() + " answers " + stored.status() + " instead of " + status + " « " + title() + " »");
        } else if (!stored.json().path(kind.titled).asString("").equals(title())
                || !stored.json().path("status").asString("").equals(status)) {
            missed.add(path() + " is " + stored.json().path("status") + " "
                    + stored.json().path(kind.titled) + " instead of " + status + " « " + title() + " »");
        }
        return missed;
    }
}
