package fr.agora.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.platform.tracing.Traceparent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00.123456789Z");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void nullsAreOmittedAndDatesAreText() {
        var entry =
                Envelope.entry(Book.PUBLISHED, "b1", new Loan(LocalDate.parse("2026-12-31"), null, List.of()), 3, NOW);

        assertThat(entry.json()).contains("\"data\":{\"due\":\"2026-12-31\",\"readers\":[]}");
        assertThat(entry.json())
                .contains("\"time\":\"2026-11-02T09:00:00.123Z\"", "\"source\":\"urn:agora:library\"")
                .contains("\"dataschema\":\"urn:agora:schema:library:book-published:v1\"");
        assertThat(entry.routingKey()).isEqualTo("book-published.v1");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Traceparent.during(TRACE, () -> {
            var fact = Fact.parse(Envelope.entry(Book.PUBLISHED, "b1", new Book.View("b1", "Été"), 3, NOW)
                    .payload());

            assertThat(fact.revision()).isEqualTo(3);
            assertThat(fact.subject()).isEqualTo("b1");
            assertThat(fact.traceparent()).isEqualTo(TRACE);
            assertThat(fact.as(Book.View.class)).isEqualTo(new Book.View("b1", "Été"));
        });
        assertThat(Traceparent.current()).isNull();
    }

    @Test
    void aReaderIgnoresWhatItDoesNotKnow() {
        var fact = ContractExamples.of("agora.jobs.offer-published.v1").getFirst();

        assertThat(fact.as(OnlyTheTitle.class).title()).isEqualTo("Data scientist, traitement du langage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"id\":\"1\"}", "{\"id\":\"1\",\"type\":\"other\"}"})
    void whatIsNoEnvelopeIsMalformed(String body) {
        assertThatThrownBy(() -> Fact.parse(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedFact.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agora.jobs.offer.v0",
                "agora.Jobs.offer.v1",
                "offer.v1",
                "agora.jobs.offer",
                "agora.jobs.offer.v1.x"
            })
    void aTypeHasOneForm(String value) {
        assertThatThrownBy(() -> new FactType(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value);
    }

    record Loan(LocalDate due, @Nullable String note, List<String> readers) {}

    record OnlyTheTitle(String title) {}
}
