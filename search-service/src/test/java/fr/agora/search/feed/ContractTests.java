package fr.agora.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.search.SearchTest;
import fr.agora.search.catalogue.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTests extends SearchTest {

    static Stream<String> heard() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of("published", "withdrawn")
                        .map(what -> "agora.%s.%s-%s.v1".formatted(kind.owner(), kind.code(), what)));
    }

    @ParameterizedTest
    @MethodSource("heard")
    void everyExampleEverCommittedIsReadAndTaken(String type) {
        var examples = ContractExamples.of(type);

        for (var example : examples) {
            assertThat(FactReader.read(example)).hasValueSatisfying(change -> {
                assertThat(change.id()).isEqualTo(example.subject());
                assertThat(change.revision()).isEqualTo(example.revision());
            });
        }
        hear(examples);
    }
}
