package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.reuse.ReuseYear;
import fr.agora.projects.usecase.UseCase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.index.IndexInfo;

/** The store of the tests has no query plans: what is checked is that an index begins with what is asked for. */
class IndexTests extends RunningService {

    @Autowired
    private SeenFinds finds;

    @Autowired
    private ReuseYear year;

    @Test
    void everyQueryOfTheUseCasesHasADeclaredIndex() throws Exception {
        finds.forget();

        String id = published(AUTHOR, Bodies.HEDGES);
        call(reads("/api/projects/use-cases?q=haie&phase=LIVE&theme=ia&organization=dinum&skill=python"));
        call(reads("/api/projects/use-cases?mine=true").header("Authorization", AUTHOR.bearer()));
        call(reads("/api/projects/use-cases/" + id));
        call(reads("/api/projects/use-cases/compter-les-haies"));
        call(reads("/api/projects/blocks?kind=MODEL"));
        call(reads("/api/projects/blocks/absente"));
        call(reads(Objects.requireNonNull(store.findById(id, UseCase.class))
                .content()
                .blocks()
                .getFirst()
                .url()));
        call(reads("/api/projects/use-cases/similar?title=haies").header("Authorization", AUTHOR.bearer()));
        hears("agora.directory.organization-published.v1", "dinum", 9, "{\"id\":\"dinum\",\"name\":\"D\"}");

        assertThat(finds.filters("use_cases")).hasSizeGreaterThan(7);
        everyQueryBeginsAnIndex();
        assertThat(store.indexOps("use_cases").getIndexInfo())
                .filteredOn(IndexInfo::isUnique)
                .extracting(index -> index.getIndexFields().getFirst().getKey())
                .contains("sourceKey", "slug");
    }

    @Test
    void everyQueryOfReusePraiseSupportAndFundingHasADeclaredIndex() throws Exception {
        JwtFixture lucas = JwtFixture.member("compte-lucas").of("insee");
        hears(Neighbours.ORGANIZATION, "insee", 1, Neighbours.organization("insee", "economie"));
        hears(
                Neighbours.MANDATE,
                "md-1",
                1,
                Neighbours.mandate("md-1", "AMDAC", "economie", "economie", "compte-lucas"));
        hears(Neighbours.MEMBER, "m-1", 1, Neighbours.member("m-1", "Lucas Morvan", "compte-lucas", "PUBLIC"));
        String id = published(AUTHOR, Bodies.HEDGES);
        String slug = Objects.requireNonNull(store.findById(id, UseCase.class)).slug();
        call(writes("/api/projects/award-editions", MODERATOR, """
                {"name":"Nuit","heldOn":"2024-11-21","categories":["Réutilisation"]}"""));
        finds.forget();

        for (String path : List.of(
                "/api/projects/reuses?useCase=" + id,
                "/api/projects/reuses?organization=insee",
                "/api/projects/reuses?block=b",
                "/api/projects/reuses/graph",
                "/api/projects/reuses/to-confirm",
                "/api/projects/reuses/mine",
                "/api/projects/reuse-requests",
                "/api/projects/laureates",
                "/api/projects/award-editions",
                "/api/projects/credits/mine",
                "/api/projects/people?q=luc",
                "/api/projects/use-cases/" + id + "/mentions",
                "/api/projects/use-cases/" + id + "/data",
                "/api/projects/use-cases/" + id + "/replicability-reviews",
                "/api/projects/support-requests",
                "/api/projects/support-requests?desk=true",
                "/api/projects/funding/board",
                "/api/projects/reference-data",
                "/cas-usage/" + slug,
                "/themes/transition-ecologique")) {
            assertThat(call(reads(path).header("Authorization", lucas.bearer())).getStatus())
                    .as(path)
                    .isEqualTo(200);
        }
        call(reads("/reutilisations/a-confirmer").header("Authorization", MODERATOR.bearer()));
        call(reads("/api/projects/support-requests?desk=true&state=RECEIVED")
                .header("Authorization", MODERATOR.bearer()));
        call(writes("/api/projects/use-cases/" + id + "/awards", MODERATOR, """
                {"edition":"nuit","category":"reutilisation","laureate":true}"""));
        call(writes("/api/projects/reuses", lucas, """
                {"useCase":"%s","since":"2026-09-01","context":"x","contact":"Bureau"}""".formatted(id)));
        call(writes("/api/projects/reuse-requests", lucas, "{\"useCase\":\"%s\",\"text\":\"x\"}".formatted(id)));
        year.sweep();
        hears(Neighbours.ERASED, "m-1", 2, "{\"id\":\"m-1\",\"accountId\":\"compte-lucas\"}");

        assertThat(finds.all())
                .extracting(SeenFinds.Find::collection)
                .contains(
                        "reuses",
                        "reuse_requests",
                        "replicability_reviews",
                        "credits",
                        "awards",
                        "award_editions",
                        "mentions",
                        "support_requests",
                        "funding_grants",
                        "mandates_copy",
                        "people_copy",
                        "recognition_due");
        everyQueryBeginsAnIndex();
    }

    private void everyQueryBeginsAnIndex() {
        Map<String, Set<String>> firstKeys = new HashMap<>();
        assertThat(finds.all())
                .allSatisfy(find -> assertThat(
                                begins(find.filter(), firstKeys.computeIfAbsent(find.collection(), this::firstKeys)))
                        .as("an index of %s begins with a field of %s", find.collection(), find.filter())
                        .isTrue());
    }

    private Set<String> firstKeys(String collection) {
        Set<String> keys = new HashSet<>(Set.of("_id"));
        for (IndexInfo index : store.indexOps(collection).getIndexInfo()) {
            keys.add(index.getIndexFields().getFirst().getKey());
        }
        return keys;
    }

    /** Any of what must hold together, and all of what may hold instead of one another. */
    private static boolean begins(BsonDocument filter, Set<String> firstKeys) {
        return filter.entrySet().stream().anyMatch(each -> switch (each.getKey()) {
            case "$and" -> each.getValue().asArray().stream().anyMatch(part -> begins(part.asDocument(), firstKeys));
            case "$or" -> each.getValue().asArray().stream().allMatch(part -> begins(part.asDocument(), firstKeys));
            default -> firstKeys.contains(each.getKey());
        });
    }
}
