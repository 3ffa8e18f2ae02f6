package fr.agora.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each contract, taken alone, is whole. */
class ContractTests {

    private static final List<String> CONSUMERS = List.of("directory", "projects", "jobs", "search");

    static Stream<ContractFolder> contracts() throws IOException {
        return ContractFolder.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theDescriptorNamesItsFactAndKnownConsumers(ContractFolder contract) {
        var descriptor = contract.descriptor();

        assertThat(descriptor.path("type").asString()).isEqualTo(contract.type());
        assertThat(descriptor.path("owner").asString()).isEqualTo(contract.owner());
        assertThat(descriptor.path("fact").asString()).isEqualTo(contract.fact());
        assertThat(descriptor.path("version").asInt()).isEqualTo(contract.version());
        assertThat(descriptor.path("description").asString()).isNotBlank();
        assertThat(descriptor.path("personalData").isBoolean()).isTrue();
        assertThat(descriptor.path("consumers").isArray()).isTrue();
        assertThat(contract.consumers())
                .isSubsetOf(CONSUMERS)
                .doesNotContain(contract.owner())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theSchemaIsNamedAfterItsFact(ContractFolder contract) {
        assertThat(contract.schema().path("$id").asString())
                .isEqualTo(
                        "urn:agora:schema:%s:%s:v%d".formatted(contract.owner(), contract.fact(), contract.version()));
        assertThat(contract.schema().path("title").asString()).isEqualTo(contract.type());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyExampleIsAnEnvelopeOfItsFact(ContractFolder contract) throws IOException {
        assertThat(contract.examples()).hasSizeGreaterThanOrEqualTo(2);
        for (var example : contract.examples()) {
            var envelope = ContractFolder.JSON.readTree(example);
            assertThat(envelope.path("specversion").asString())
                    .as("%s", example)
                    .isEqualTo("1.0");
            assertThat(envelope.path("type").asString()).as("%s", example).isEqualTo(contract.type());
            assertThat(envelope.path("source").asString()).isEqualTo("urn:agora:" + contract.owner());
            assertThat(envelope.path("dataschema").asString())
                    .isEqualTo(contract.schema().path("$id").asString());
            assertThat(envelope.path("id").asString()).isNotBlank();
            assertThat(envelope.path("revision").isIntegralNumber()).isTrue();
            assertThat(OffsetDateTime.parse(envelope.path("time").asString())).isNotNull();
            if (envelope.path("data").has("id")) {
                assertThat(envelope.path("subject"))
                        .isEqualTo(envelope.path("data").path("id"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyExampleValidates(ContractFolder contract) throws IOException {
        var schema = contract.schema();
        close(schema);
        var validator = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(schema);
        for (var example : contract.examples()) {
            var data = ContractFolder.JSON.readTree(example).path("data");
            assertThat(validator.validate(data))
                    .extracting(Error::toString)
                    .as("%s", example)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theCompleteExampleShowsEveryField(ContractFolder contract) {
        var data = contract.example("complete").path("data");

        assertThat(data.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        contract.schema().path("properties").propertyNames());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theMinimalExampleShowsTheRequiredFieldsOnly(ContractFolder contract) {
        var data = contract.example("minimal").path("data");

        assertThat(data.propertyNames())
                .containsExactlyInAnyOrderElementsOf(contract.schema()
                        .path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    @Test
    void aLaterVersionStandsBesideTheOneBeforeUntilThatIsHeardByNobody() throws IOException {
        var versions = ContractFolder.all().collect(Collectors.groupingBy(ContractFolder::path));

        assertThat(versions.values()).allSatisfy(ofOneFact -> {
            assertThat(ofOneFact)
                    .extracting(ContractFolder::version)
                    .isEqualTo(
                            IntStream.rangeClosed(1, ofOneFact.size()).boxed().toList());
            // an owner of before the change is heard by whoever has gone over
            for (int later = 1; later < ofOneFact.size(); later++) {
                var before = ofOneFact.get(later - 1).consumers();
                if (!before.isEmpty()) {
                    assertThat(before)
                            .as(ofOneFact.get(later).type())
                            .containsAll(ofOneFact.get(later).consumers());
                }
            }
        });
        assertThat(versions.values()).as("facts of two versions").anyMatch(ofOneFact -> ofOneFact.size() > 1);
    }

    /** Consumers ignore what they do not know, but an example has no business showing what the schema does not say. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ContractTests::close);
    }
}
