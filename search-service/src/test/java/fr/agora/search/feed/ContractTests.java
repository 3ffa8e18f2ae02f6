package fr.agora.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.search.SearchTest;
import fr.agora.search.catalogue.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTests extends SearchTest {

    static Stream<String> heard() {
        return Stream.concat(
                Stream.of("agora.directory.member-erased.v1"),
                Stream.of(Kind.values())
                        .flatMap(kind -> endings(kind)
                                .map(what -> "agora.%s.%s-%s.v1".formatted(kind.owner(), kind.code(), what))));
    }

    /** Reference data is never taken away. */
    private static Stream<String> endings(Kind kind) {
        return kind == Kind.REFERENCE_DATA ? Stream.of("published") : Stream.of("published", "withdrawn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agora.directory.mandate-published.v1",
                "agora.directory.mandate-published.v2",
                "agora.directory.mandate-withdrawn.v1"
            })
    void whatIsDeliveredButNotFoundHereIsLeftAlone(String type) {
        var examples = ContractExamples.of(type);

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(FactReader.read(example)).isEmpty());
        hear(examples);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void everyExampleEverCommittedIsReadAndTaken(String type) {
        var examples = ContractExamples.of(type);

        for (var example : examples) {
            assertThat(FactReader.read(example)).isNotEmpty().allSatisfy(change -> {
                assertThat(change.id()).isEqualTo(example.subject());
                assertThat(change.revision()).isEqualTo(example.revision());
            });
        }
        hear(examples);
    }
}
