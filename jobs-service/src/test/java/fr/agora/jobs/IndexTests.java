package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The store of the tests has no query plans: what is checked is that an index begins with what is asked for. */
class IndexTests extends RunningService {

    @Autowired
    private SeenFinds finds;

    @Autowired
    private ApplicationContext sweeps;

    @Test
    void everyQueryOfTheOffersHasADeclaredIndex() throws Exception {
        Set<String> firstKeys = new HashSet<>(Set.of("_id"));
        for (IndexInfo index : store.indexOps("offers").getIndexInfo()) {
            firstKeys.add(index.getIndexFields().getFirst().getKey());
        }
        finds.forget();

        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        call(reads("/api/jobs/offers?q=data&family=data-scientist&territory=REG-11&minRemoteDays=2"));
        call(reads("/api/jobs/offers?mine=true").header("Authorization", RECRUITER.bearer()));
        call(reads("/api/jobs/offers/" + id));
        hears("agora.directory.organization-published.v1", "dinum", 9, "{\"id\":\"dinum\",\"name\":\"D\"}");
        hears("agora.projects.use-case-withdrawn.v1", "haies", 1, "{\"id\":\"haies\"}");
        clock.advance(Duration.ofDays(60));

        assertThat(finds.filters("offers")).hasSizeGreaterThan(6);
        assertThat(finds.filters("offers"))
                .allSatisfy(filter -> assertThat(fields(filter))
                        .as("a field of %s that an index begins with", filter)
                        .anyMatch(firstKeys::contains));
        assertThat(store.indexOps("offers").getIndexInfo())
                .filteredOn(index -> index.isUnique() && index.isSparse())
                .extracting(index -> index.getIndexFields().getFirst().getKey())
                .contains("sourceKey");
    }

    @Test
    void talentsAndReportsHaveTheirIndexes() {
        assertThat(firstKeys("talents_copy")).contains("recruitment", "accountId");
        assertThat(firstKeys("offer_import_reports")).contains("at");
    }

    private Set<String> firstKeys(String collection) {
        Set<String> keys = new HashSet<>();
        store.indexOps(collection)
                .getIndexInfo()
                .forEach(index -> keys.add(index.getIndexFields().getFirst().getKey()));
        return keys;
    }

    @Test
    void everyQueryOfRelaysAndApplicationsHasADeclaredIndex() throws Exception {
        finds.forget();
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String link = body(call(writes("/api/jobs/offers/" + offer + "/relay", MEMBER, "{}")))
                .path("code")
                .asString();
        call(shows("/offres/relais/" + link, MEMBER));
        call(shows("/offres/a-relayer", MEMBER));
        call(shows("/offres/mes-relais", MEMBER));
        call(presses("/offres/" + offer + "/recommander", MEMBER));
        call(shows("/offres/" + offer + "/relayer", MEMBER));
        call(multipart("/api/jobs/offers/" + offer + "/applications")
                .file(new MockMultipartFile("cv", "cv.pdf", "application/pdf", CvFixtures.PDF))
                .header("Authorization", MEMBER.bearer()));
        call(shows("/candidatures", MEMBER));
        call(shows("/offres/mes-offres", RECRUITER));
        call(shows("/recrutement/offres/" + offer + "/candidatures?etape=RECEIVED", RECRUITER));
        hears("agora.directory.member-erased.v1", "m-nour", 9, "{\"id\":\"m-nour\",\"accountId\":\"compte-nour\"}");
        clock.advance(Duration.ofDays(800));
        sweeps.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains("Retention"))
                .forEach(task -> task.getTask().getRunnable().run());

        for (String collection : List.of("relays", "referrals", "applications", "alumni_copy", "cv.files")) {
            Set<String> firstKeys = new HashSet<>(Set.of("_id"));
            for (IndexInfo index : store.indexOps(collection).getIndexInfo()) {
                firstKeys.add(index.getIndexFields().getFirst().getKey());
            }
            assertThat(finds.filters(collection))
                    .as(collection)
                    .isNotEmpty()
                    .filteredOn(filter -> !filter.isEmpty())
                    .allSatisfy(filter -> assertThat(fields(filter))
                            .as("a field of %s that an index begins with", filter)
                            .anyMatch(firstKeys::contains));
        }
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
