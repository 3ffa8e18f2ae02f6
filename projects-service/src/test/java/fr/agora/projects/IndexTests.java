package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.projects.usecase.UseCase;
import java.util.HashSet;
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

    @Test
    void everyQueryOfTheUseCasesHasADeclaredIndex() throws Exception {
        Set<String> firstKeys = new HashSet<>(Set.of("_id"));
        for (IndexInfo index : store.indexOps("use_cases").getIndexInfo()) {
            firstKeys.add(index.getIndexFields().getFirst().getKey());
        }
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

        assertThat(finds.filters()).hasSizeGreaterThan(7);
        assertThat(finds.filters())
                .allSatisfy(filter -> assertThat(fields(filter))
                        .as("a field of %s that an index begins with", filter)
                        .anyMatch(firstKeys::contains));
        assertThat(store.indexOps("use_cases").getIndexInfo())
                .filteredOn(IndexInfo::isUnique)
                .extracting(index -> index.getIndexFields().getFirst().getKey())
                .contains("sourceKey", "slug");
    }

    private static Set<String> fields(BsonDocument filter) {
        Set<String> fields = new HashSet<>(filter.keySet());
        if (filter.containsKey("$and")) {
            filter.getArray("$and")
                    .forEach(each -> fields.addAll(each.asDocument().keySet()));
        }
        return fields;
    }
}
