package fr.agora.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page others read says what the descriptors say. */
class AsyncApiTests {

    private final JsonNode page = ContractFolder.YAML.readTree(Path.of("asyncapi.yaml"));

    @Test
    void thePageIsAsyncApi3() {
        assertThat(page.path("asyncapi").asString()).isEqualTo("3.0.0");
    }

    @Test
    void itListsExactlyTheFacts() throws IOException {
        assertThat(messages().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ContractFolder.all().map(ContractFolder::type).toList());
        assertThat(page.path("channels").size()).isEqualTo(messages().size());
        assertThat(page.path("operations").size()).isEqualTo(messages().size());
    }

    @Test
    void eachMessageAgreesWithItsDescriptor() throws IOException {
        for (var contract : ContractFolder.all().toList()) {
            var message = messages().get(contract.type());
            var descriptor = contract.descriptor();
            assertThat(message).as(contract.type()).isNotNull();
            assertThat(message.path("x-consumers")).as(contract.type()).isEqualTo(descriptor.path("consumers"));
            assertThat(message.path("x-personal-data")).as(contract.type()).isEqualTo(descriptor.path("personalData"));
            assertThat(message.path("summary")).as(contract.type()).isEqualTo(descriptor.path("description"));
            assertThat(message.at("/payload/allOf/1/properties/type/const").asString())
                    .isEqualTo(contract.type());
            assertThat(message.at("/payload/allOf/1/properties/data/$ref").asString())
                    .isEqualTo(
                            "./%s/%s/v%d.schema.json".formatted(contract.owner(), contract.fact(), contract.version()));
        }
    }

    @Test
    void eachFactTravelsOnItsOwnersExchangeUnderItsRoutingKey() throws IOException {
        for (var contract : ContractFolder.all().toList()) {
            var channel = channelOf(contract.type());
            if (contract.fact().equals("replay-completed")) {
                // it goes straight to the queue the request named
                assertThat(channel.path("address").isNull()).isTrue();
                continue;
            }
            assertThat(channel.path("address").asString()).startsWith(contract.fact() + ".v" + contract.version());
            assertThat(channel.at("/bindings/amqp/exchange/name").asString()).isEqualTo(contract.owner() + ".events");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        page.findValuesAsString("$ref").stream()
                .filter(reference -> reference.startsWith("#"))
                .forEach(reference -> assertThat(page.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private Map<String, JsonNode> messages() {
        return page.at("/components/messages")
                .valueStream()
                .collect(Collectors.toMap(message -> message.path("name").asString(), message -> message));
    }

    private JsonNode channelOf(String type) {
        return page.path("channels")
                .valueStream()
                .filter(channel -> channel.path("messages")
                        .valueStream()
                        .map(message -> message.path("$ref").asString())
                        .map(reference -> page.at(reference.substring(1)))
                        .anyMatch(message -> message.path("name").asString().equals(type)))
                .findFirst()
                .orElseThrow();
    }
}
