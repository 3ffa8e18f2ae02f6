package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import fr.agora.projects.usecase.UseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The life of a use case and its bricks through the API, and what others are told of them. */
class UseCaseStoryTests extends RunningService {

    private static final String ALL = "/api/projects/use-cases";

    @Autowired
    private Map<String, ReplaySource> replays;

    @Test
    void aUseCaseIsWrittenPublishedEditedAndWithdrawnWithItsBricks() throws Exception {
        MockHttpServletResponse created = call(writes(ALL, AUTHOR, Bodies.HEDGES));
        String id = body(created).path("id").asString();
        String path = ALL + "/" + id;
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getHeader("Location")).isEqualTo(path);
        assertThat(body(created).path("status").asString()).isEqualTo("DRAFT");
        assertThat(body(created).path("slug").asString()).isEqualTo("compter-les-haies");
        assertThat(told(id)).isEmpty();
        assertThat(call(reads(path)).getStatus()).isEqualTo(404);
        String detector = body(created).path("blocks").path(0).path("id").asString();
        String agreement = body(created).path("blocks").path(1).path("id").asString();
        assertThat(call(reads("/api/projects/blocks/" + detector)).getStatus()).isEqualTo(404);

        assertThat(call(writes(path + "/publish", AUTHOR, "")).getStatus()).isEqualTo(200);
        assertThat(call(reads(ALL + "/compter-les-haies")).getStatus()).isEqualTo(200);
        assertThat(body(call(reads("/api/projects/blocks/" + detector)))
                        .path("useCase")
                        .path("slug")
                        .asString())
                .isEqualTo("compter-les-haies");
        JsonNode first = data(told(id).getFirst());
        assertThat(first.path("organizations").path(0).path("acronym").asString())
                .isEqualTo("DINUM");
        assertThat(first.path("ministries").path(0).path("id").asString()).isEqualTo("premier-ministre");
        assertThat(first.path("territories").findValuesAsString("code")).containsExactly("DEP-07", "REG-84");
        assertThat(first.path("themes").findValuesAsString("code")).containsExactly("transition-ecologique");
        assertThat(first.path("indicators").path(0).path("measuredOn").asString())
                .isEqualTo("2026-09-30");
        assertThat(first.path("url").asString()).isEqualTo("/cas-usage/compter-les-haies");
        JsonNode brick = data(told(id).get(1));
        assertThat(brick.path("useCaseTitle").asString()).isEqualTo("Compter les haies");
        assertThat(brick.path("licence").asString()).isEqualTo("etalab-2.0");
        assertThat(brick.path("url").asString()).isEqualTo("/briques/" + detector);

        String smaller =
                Bodies.with("blocks", "[{\"id\":\"" + detector + "\",\"name\":\"Détecteur\",\"kind\":\"MODEL\"}]");
        assertThat(call(replaces(path, AUTHOR, smaller)).getStatus()).isEqualTo(200);
        call(replaces(path, AUTHOR, smaller));
        assertThat(call(reads("/api/projects/blocks/" + agreement)).getStatus()).isEqualTo(404);
        assertThat(call(writes(path + "/withdraw", AUTHOR, "")).getStatus()).isEqualTo(200);
        assertThat(call(writes(path + "/withdraw", AUTHOR, "")).getStatus()).isEqualTo(200);

        assertThat(lines(told(id)))
                .containsExactly(
                        "use-case-published 1 " + id,
                        "block-published 1 " + detector,
                        "block-published 1 " + agreement,
                        "use-case-published 2 " + id,
                        "block-published 2 " + detector,
                        "block-withdrawn 2 " + agreement,
                        "use-case-withdrawn 3 " + id,
                        "block-withdrawn 3 " + detector);
        told(id).forEach(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(call(reads(path)).getStatus()).isEqualTo(404);
        assertThat(call(reads("/api/projects/blocks/" + detector)).getStatus()).isEqualTo(404);
        assertThat(call(reads(path).header("Authorization", AUTHOR.bearer())).getStatus())
                .isEqualTo(200);
    }

    @Test
    void aReplayTellsEveryUseCaseAndEveryBrickThatWasEverTold() throws Exception {
        String visible = published(AUTHOR, Bodies.HEDGES);
        String kept = brick(visible, 0);
        String removed = brick(visible, 1);
        call(replaces(
                ALL + "/" + visible,
                AUTHOR,
                Bodies.with("blocks", "[{\"id\":\"" + kept + "\",\"name\":\"Détecteur\",\"kind\":\"MODEL\"}]")));
        String gone = published(AUTHOR, Bodies.with("blocks", "[{\"name\":\"Méthode\",\"kind\":\"METHOD\"}]"));
        String goneBrick = brick(gone, 0);
        call(writes(ALL + "/" + gone + "/withdraw", AUTHOR, ""));
        draft(AUTHOR, Bodies.HEDGES);

        List<OutboxEntry> replayed = new ArrayList<>();
        replays.values().forEach(source -> source.forEachCurrent(replayed::add));

        assertThat(replays.values())
                .extracting(ReplaySource::kind)
                .containsExactlyInAnyOrder("use-case", "block", "credit", "reference-data");
        replayed.forEach(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(lines(replayed))
                .filteredOn(line -> !line.startsWith("reference-data"))
                .containsExactlyInAnyOrder(
                        "use-case-published 2 " + visible,
                        "block-published 2 " + kept,
                        "block-withdrawn 2 " + removed,
                        "use-case-withdrawn 2 " + gone,
                        "block-withdrawn 2 " + goneBrick);
    }

    @Test
    void aBrickRemovedFromADraftWasNeverHeardOf() throws Exception {
        String id = draft(AUTHOR, Bodies.HEDGES);
        String kept = brick(id, 0);

        call(replaces(
                ALL + "/" + id,
                AUTHOR,
                Bodies.with("blocks", "[{\"id\":\"" + kept + "\",\"name\":\"Détecteur\",\"kind\":\"MODEL\"}]")));
        call(writes(ALL + "/" + id + "/publish", AUTHOR, ""));

        assertThat(lines(told(id))).containsExactly("use-case-published 1 " + id, "block-published 1 " + kept);
    }

    @Test
    void aPersonPublishesNothingWithoutAnAudienceWhatChangesAndAMeasure() throws Exception {
        String id = draft(AUTHOR, "{\"title\":\"Une idée\",\"pitch\":\"Elle tient en une phrase.\"}");

        MockHttpServletResponse refused = call(writes(ALL + "/" + id + "/publish", AUTHOR, ""));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").findValuesAsString("field"))
                .containsExactly("audience", "whatChanges", "indicators");
        assertThat(told(id)).isEmpty();
        String published = published(AUTHOR, Bodies.HEDGES);
        MockHttpServletResponse poorer =
                call(replaces(ALL + "/" + published, AUTHOR, Bodies.with("indicators", "[{\"label\":\"Délai\"}]")));
        assertThat(poorer.getStatus()).isEqualTo(422);
        assertThat(body(poorer).path("errors").findValuesAsString("field"))
                .containsExactly(
                        "indicators[0].before",
                        "indicators[0].after",
                        "indicators[0].measuredOn",
                        "indicators[0].source");
    }

    @Test
    void aSlugFollowsTheTitleUntilOthersKnowIt() throws Exception {
        String id = draft(AUTHOR, Bodies.HEDGES);
        String twin = draft(AUTHOR, Bodies.HEDGES);
        assertThat(useCase(twin).slug()).isEqualTo("compter-les-haies-2");
        call(replaces(ALL + "/" + id, AUTHOR, Bodies.with("title", "\"Les haies, d’en haut\"")));
        assertThat(useCase(id).slug()).isEqualTo("les-haies-d-en-haut");
        call(writes(ALL + "/" + id + "/publish", AUTHOR, ""));

        call(replaces(ALL + "/" + id, AUTHOR, Bodies.with("title", "\"Autre titre\"")));

        assertThat(useCase(id).slug()).isEqualTo("les-haies-d-en-haut");
        assertThat(call(replaces(ALL + "/" + id, AUTHOR, Bodies.with("slug", "\"autre-adresse\"")))
                        .getStatus())
                .isEqualTo(422);
        MockHttpServletResponse taken = call(writes(ALL, AUTHOR, Bodies.with("slug", "\"les-haies-d-en-haut\"")));
        assertThat(taken.getStatus()).isEqualTo(409);
        assertThat(body(taken).path("type").asString()).isEqualTo("urn:agora:problem:duplicate-slug");
    }

    @Test
    void aReferenceIsNamedByModeratorsOnly() throws Exception {
        String reference = Bodies.with("phase", "\"REFERENCE\"");

        assertThat(body(call(writes(ALL, AUTHOR, reference))).path("errors").findValuesAsString("field"))
                .containsExactly("phase");
        assertThat(call(writes(ALL, MODERATOR, reference)).getStatus()).isEqualTo(201);
        String id = published(AUTHOR, Bodies.with("phase", "\"LIVE\""));
        assertThat(call(replaces(ALL + "/" + id, ADMIN, reference)).getStatus()).isEqualTo(200);
        assertThat(call(replaces(ALL + "/" + id, AUTHOR, Bodies.with(reference, "pitch", "\"Mieux dit.\"")))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void theListFiltersAndGoesOnWhereItStopped() throws Exception {
        for (String title : List.of("Un", "Deux", "Trois")) {
            clock.advance(Duration.ofMinutes(1));
            published(AUTHOR, Bodies.with("title", "\"Haies " + title + "\""));
        }
        published(AUTHOR, Bodies.with("visibility", "\"AGENTS\""));

        assertThat(titles(ALL + "?size=2")).containsExactly("Haies Trois", "Haies Deux");
        String next = body(call(reads(ALL + "?size=2"))).path("next").asString();
        assertThat(titles(ALL + "?size=2&cursor=" + next)).containsExactly("Haies Un");
        assertThat(titles(ALL + "?theme=transition-ecologique&skill=python&organization=dinum&phase=IN_PROGRESS"))
                .hasSize(3);
        assertThat(titles(ALL + "?phase=LIVE")).isEmpty();
        assertThat(titles(ALL + "?theme=sante")).isEmpty();
        assertThat(titles(ALL + "?q=detec TROIS")).containsExactly("Haies Trois");
        assertThat(body(call(reads(ALL).header("Authorization", MEMBER.bearer())))
                        .path("items"))
                .hasSize(4);
        assertThat(body(call(reads(ALL + "?mine=true").header("Authorization", MEMBER.bearer())))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void bricksAreListedPageByPageAcrossUseCases() throws Exception {
        for (int number = 1; number <= 3; number++) {
            clock.advance(Duration.ofMinutes(1));
            published(AUTHOR, Bodies.HEDGES);
        }
        published(AUTHOR, Bodies.without("blocks"));
        published(AUTHOR, Bodies.with("visibility", "\"AGENTS\""));
        draft(AUTHOR, Bodies.HEDGES);

        List<String> seen = new ArrayList<>();
        String address = "/api/projects/blocks?size=1";
        for (String cursor = ""; cursor != null && seen.size() < 20; ) {
            JsonNode page = body(call(reads(address + (cursor.isEmpty() ? "" : "&cursor=" + cursor))));
            page.path("items").forEach(each -> seen.add(each.path("id").asString()));
            cursor = page.path("next").isString() ? page.path("next").asString() : null;
        }

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
        assertThat(body(call(reads("/api/projects/blocks?kind=CONTRACT"))).path("items"))
                .hasSize(3);
        assertThat(body(call(reads("/api/projects/blocks?kind=PIPELINE"))).path("items"))
                .isEmpty();
    }

    @Test
    void onlyItsAuthorAnAdminOrAModeratorTouchesAUseCase() throws Exception {
        String draft = ALL + "/" + draft(AUTHOR, Bodies.HEDGES);
        String useCase = ALL + "/" + published(AUTHOR, Bodies.HEDGES);

        assertThat(call(replaces(draft, OTHER_AUTHOR, Bodies.HEDGES)).getStatus())
                .isEqualTo(404);
        assertThat(call(replaces(useCase, OTHER_AUTHOR, Bodies.HEDGES)).getStatus())
                .isEqualTo(403);
        assertThat(call(writes(useCase + "/withdraw", OTHER_AUTHOR, "")).getStatus())
                .isEqualTo(403);
        assertThat(call(replaces(useCase, MODERATOR, Bodies.HEDGES)).getStatus())
                .isEqualTo(403);
        assertThat(call(replaces(useCase, ADMIN, Bodies.HEDGES)).getStatus()).isEqualTo(200);
        assertThat(call(writes(useCase + "/withdraw", MODERATOR, "")).getStatus())
                .isEqualTo(200);
        assertThat(call(writes(draft + "/withdraw", AUTHOR, "")).getStatus()).isEqualTo(409);
        assertThat(call(writes(ALL, OUTSIDER, Bodies.HEDGES)).getStatus()).isEqualTo(403);
    }

    @Test
    void nobodyTakesABrickOfAnotherUseCase() throws Exception {
        String foreign = brick(published(AUTHOR, Bodies.HEDGES), 0);

        MockHttpServletResponse refused = call(writes(
                ALL,
                OTHER_AUTHOR,
                Bodies.with("blocks", "[{\"id\":\"" + foreign + "\",\"name\":\"Prise\",\"kind\":\"MODEL\"}]")));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").findValuesAsString("field")).containsExactly("blocks[0].id");
    }

    @Test
    void noAnswerSaysWhoWroteAUseCase() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        assertThat(call(reads(ALL + "/" + id)).getContentAsString()).doesNotContain(AUTHOR.accountId());
        told(id).forEach(fact -> assertThat(fact.json()).doesNotContain(AUTHOR.accountId()));
    }

    private List<String> titles(String path) throws Exception {
        return body(call(reads(path)))
                .path("items")
                .valueStream()
                .map(each -> each.path("title").asString())
                .toList();
    }

    private String brick(String id, int index) {
        return useCase(id).content().blocks().get(index).id();
    }

    private List<OutboxEntry> told(String id) {
        return useCase(id).outbox();
    }

    private UseCase useCase(String id) {
        UseCase found = store.findById(id, UseCase.class);
        assertThat(found).isNotNull();
        return found;
    }

    private List<String> lines(List<OutboxEntry> facts) {
        return facts.stream()
                .map(fact -> fact.type().replaceAll("agora\\.projects\\.|\\.v1", "") + " " + fact.revision() + " "
                        + data(fact).path("id").asString())
                .toList();
    }

    private JsonNode data(OutboxEntry fact) {
        return json.readTree(fact.payload()).path("data");
    }
}
