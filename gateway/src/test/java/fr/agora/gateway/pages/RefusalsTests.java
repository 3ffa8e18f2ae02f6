package fr.agora.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

@ExtendWith(OutputCaptureExtension.class)
class RefusalsTests {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Refusals refusals = new Refusals(metrics);

    @Test
    void aRefusalIsNotedWithItsPlaceAndWithoutAName(CapturedOutput output) {
        refusals.note(Notice.CROSS_SITE, new MockHttpServletRequest("POST", "/annuaire/membres/claire-fontaine"));

        assertThat(output)
                .contains("reason=cross-site-request method=POST place=/annuaire unsaid=0")
                .doesNotContain("claire");
    }

    @Test
    void aFloodIsCountedAndFillsNoLog(CapturedOutput output) {
        for (int i = 0; i < 1_000; i++) {
            refusals.note(Notice.TOO_MANY_REQUESTS, new MockHttpServletRequest("GET", "/api/search"));
        }

        assertThat(metrics.counter("agora.gateway.refusals", "reason", "too-many-requests")
                        .count())
                .isEqualTo(1_000);
        assertThat(output.getOut().lines().filter(line -> line.contains("too-many-requests")))
                .hasSizeLessThan(20);
    }

    @Test
    void nobodyWritesTheirOwnLine() {
        assertThat(Refusals.place("/api/search/alerts/1")).isEqualTo("/api/search");
        assertThat(Refusals.place("/offres\nlevel=ERROR")).isEqualTo("?");
        assertThat(Refusals.place("/Claire%20Fontaine")).isEqualTo("?");
        assertThat(Refusals.place("//offres")).isEqualTo("?");
    }

    @Test
    void whatIsMerelyAbsentIsNoRefusal(CapturedOutput output) {
        refusals.note(Notice.NOT_FOUND, new MockHttpServletRequest("GET", "/offres/x"));

        assertThat(output).doesNotContain("A request is refused");
    }
}
