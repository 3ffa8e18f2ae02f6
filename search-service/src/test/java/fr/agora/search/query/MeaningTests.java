package fr.agora.search.query;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import fr.agora.search.feed.FactReader;
import fr.agora.search.index.Engine;
import fr.agora.search.index.IndexSettings;
import fr.agora.search.index.Indices;
import fr.agora.search.meaning.EmbeddingsApi;
import fr.agora.search.meaning.Meanings;
import fr.agora.search.meaning.TurnedOn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

class MeaningTests extends SearchTest {

    @Autowired
    private Engine engineItself;

    @Autowired
    private Acronyms acronyms;

    @Autowired
    private CursorSeal seal;

    @Autowired
    private Indices indices;

    @Autowired
    private IndexSettings settings;

    @Autowired
    private MongoOperations store;

    private Meanings meanings;

    @BeforeEach
    void theOptionIsOn() {
        EmbeddingsApi.understands();
        meanings = TurnedOn.anew(store);
    }

    @Test
    void whatMeansTheSameIsFoundThoughNoWordIsShared() {
        tell(
                Facts.useCase("tuiles", "Repérer les tuiles cassées"),
                Facts.useCase("chevaux", "Compter les chevaux"),
                Facts.offer("toiture", "Inspecteur de toiture"));

        var found = found("toiture abîmée");

        assertThat(found.hits()).extracting(Results.Hit::id).containsExactlyInAnyOrder("toiture", "tuiles");
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.facets().get(Facet.KIND))
                .extracting(Results.Count::value)
                .contains("use-case");
        assertThat(found("toiture abîmée", Facet.KIND, "use-case").hits())
                .extracting(Results.Hit::id)
                .containsExactly("tuiles");
    }

    @Test
    void whatWordsAndMeaningBothFindComesBeforeWhatOnlyOneDoes() {
        tell(
                Facts.useCase("both", "Couverture des bâtiments"),
                Facts.useCase("meaning", "Tuiles cassées"),
                Facts.useCase("words", "Bâtiments"));

        assertThat(found("bâtiments couverture").hits())
                .extracting(Results.Hit::id)
                .startsWith("both")
                .contains("meaning");
    }

    @Test
    void onlyPublicTextsLeaveAndOnlyThemAreCompared() {
        tell(
                Facts.useCase("public", "Toits solaires"),
                Facts.useCase("agents", "Toits secrets").seenBy("AGENTS"),
                Facts.member("amina", "Amina Belkacem").with("headline", "Couvreuse de toits"));

        assertThat(EmbeddingsApi.sent().toString())
                .contains("Toits solaires", "Couvreuse")
                .doesNotContain("secrets", "Amina");
        assertThat(found("tuiles").hits()).extracting(Results.Hit::id).doesNotContain("agents");
    }

    @Test
    void whatIsHiddenAgainIsNearToNothing() {
        tell(Facts.useCase("public", "Toits solaires"), Facts.useCase("gone", "Toits verts"));

        tell(
                Facts.useCase("public", "Toits solaires").seenBy("AGENTS").at(2),
                Facts.useCase("gone", "").withdrawn().at(2));

        assertThat(found("tuiles").hits()).isEmpty();
        assertThat(store.getCollection("vectors").countDocuments()).isZero();
    }

    @Test
    void vectorsOutliveARestartAndAreMadeOnce() {
        var facts = new Facts[] {Facts.useCase("u1", "Toits solaires")};
        tell(facts);
        meanings = TurnedOn.again(store);
        EmbeddingsApi.understands();

        tell(facts);

        assertThat(EmbeddingsApi.sent()).isEmpty();
        assertThat(found("tuiles").hits()).extracting(Results.Hit::id).containsExactly("u1");
    }

    @Test
    void aListIsReadOnByItsCursorAndHoldsEachEntryOnce() {
        tell(IntStream.range(0, 12)
                .mapToObj(n -> Facts.useCase("u" + n, n % 2 == 0 ? "Toits de la ville " + n : "Ville de pierre " + n))
                .toArray(Facts[]::new));
        var read = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var part = found(question("ville toits", Map.of(), 5, cursor));
            part.hits().forEach(hit -> read.add(hit.id()));
            cursor = part.next();
        } while (cursor != null);

        assertThat(read).hasSize(12).doesNotHaveDuplicates();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("slow", aResponse().withFixedDelay(5_000).withBody("{}")),
                Arguments.of("busy", aResponse().withStatus(429).withHeader("Retry-After", "60")),
                Arguments.of("malformed", aResponse().withBody("{\"data\":[{\"embedding\":")),
                Arguments.of("nothing", aResponse().withBody("{\"data\":[]}")),
                Arguments.of("words", aResponse().withBody("{\"data\":[{\"embedding\":[\"a\"]}]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void anEndpointThatFailsChangesNothingAndHoldsNobodyUp(String name, ResponseDefinitionBuilder answer) {
        tell(Facts.useCase("tuiles", "Tuiles cassées"), Facts.offer("toiture", "Inspecteur de toiture"));
        found("loi");
        EmbeddingsApi.answers(answer);

        var first = System.nanoTime();
        assertThat(found("toiture").hits()).extracting(Results.Hit::id).containsExactly("toiture");
        var second = System.nanoTime();
        assertThat(found("toiture").hits()).extracting(Results.Hit::id).containsExactly("toiture");

        assertThat(Duration.ofNanos(second - first)).isLessThan(TurnedOn.BUDGET.plusSeconds(2));
        assertThat(EmbeddingsApi.sent()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void withoutAnEndpointNothingIsSent() {
        hear(Facts.useCase("tuiles", "Tuiles cassées"));

        assertThat(search("q", "toiture").total()).isZero();
        assertThat(EmbeddingsApi.sent()).isEmpty();
    }

    private void tell(Facts... facts) {
        hear(facts);
        meanings.hear(Arrays.stream(facts)
                .flatMap(fact -> FactReader.read(fact.fact()).stream())
                .toList());
        meanings.fill();
    }

    private Results found(String words) {
        return found(question(words, Map.of(), 20, null));
    }

    private Results found(String words, Facet facet, String value) {
        return found(question(words, Map.of(facet, List.of(value)), 20, null));
    }

    private Results found(Question question) {
        return new Searches(engineItself, acronyms, seal, meanings, indices, settings)
                .find(question, Asker.VISITOR, Detail.PAGE);
    }

    private static Question question(String words, Map<Facet, List<String>> chosen, int size, @Nullable String cursor) {
        return new Question(words, chosen, 1, size, cursor, Order.RELEVANCE, null);
    }
}
