package fr.agora.platform.messaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxEntry;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;

/** Says whether a fact about to leave is what its contract promises. */
public final class ContractAssertions extends AbstractAssert<ContractAssertions, OutboxEntry> {

    private ContractAssertions(OutboxEntry actual) {
        super(actual, ContractAssertions.class);
    }

    public static ContractAssertions assertThatFact(OutboxEntry entry) {
        return new ContractAssertions(entry);
    }

    /** Checks the envelope, then the data against the schema, names not in it being errors. */
    public ContractAssertions matchesItsContract() {
        isNotNull();
        var type = new FactType(actual.type());
        var envelope = ContractSchemas.JSON.readTree(actual.payload());
        var expected = Map.of(
                "specversion", "1.0",
                "id", actual.id(),
                "source", "urn:agora:" + type.owner(),
                "type", type.value(),
                "time", actual.occurredAt().toString(),
                "datacontenttype", "application/json",
                "dataschema", "urn:agora:schema:%s:%s:v%d".formatted(type.owner(), type.fact(), type.version()));
        expected.forEach((name, value) -> assertThat(envelope.path(name).asString(""))
                .as("%s of the envelope", name)
                .isEqualTo(value));
        assertThat(actual.routingKey()).as("routing key").isEqualTo(type.routingKey());
        assertThat(fact().revision())
                .as("revision: nextRevision() comes before announce()")
                .isEqualTo(actual.revision())
                .isPositive();
        assertThat(ContractSchemas.errors(type, envelope.path("data")))
                .as("data of %s: %s", type, envelope.path("data"))
                .isEmpty();
        return this;
    }

    public ContractAssertions hasType(String type) {
        assertThat(actual.type()).isEqualTo(type);
        return this;
    }

    public ContractAssertions hasRevision(long revision) {
        assertThat(actual.revision()).isEqualTo(revision);
        return this;
    }

    /** The fact as a consumer reads it. */
    public Fact fact() {
        return Fact.parse(actual.payload());
    }
}
