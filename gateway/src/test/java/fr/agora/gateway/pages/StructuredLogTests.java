package fr.agora.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as an operator's collector reads it, with {@code LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs}. */
@ExtendWith(OutputCaptureExtension.class)
class StructuredLogTests {

    private static final String FIRST = "{\"@timestamp\"";

    @Test
    void eachLineIsAnEntryOfItsOwnWithItsTimeItsLevelAndItsService(CapturedOutput output) {
        try (Platform platform = Platform.with("--logging.structured.format.console=ecs")) {
            Answer start = platform.get("/connexion");
            platform.get(
                    "/login/oauth2/code/agora?error=access_denied&error_description=non%0D%0Aune%20ligne&state="
                            + Platform.rawParameter(start, "state"),
                    "Cookie",
                    start.session().orElseThrow());
            LoggerFactory.getLogger(StructuredLogTests.class)
                    .error("A request failed.", new IllegalStateException("in\ntwo lines"));
        }

        List<JsonNode> entries = since(output.getOut());
        assertThat(entries).hasSizeGreaterThan(2).allSatisfy(entry -> {
            assertThat(entry.path("@timestamp").asString("")).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
            assertThat(entry.path("log").path("level").asString("")).matches("INFO|WARN|ERROR");
            assertThat(entry.path("service").path("name").asString("")).isEqualTo("gateway");
        });
        assertThat(entries)
                .anyMatch(entry -> entry.path("message").asString("").contains("[access_denied] non\r\nune ligne"))
                .anyMatch(entry ->
                        entry.path("error").path("stack_trace").asString("").contains("in\ntwo lines"));
    }

    // what goes before is of those who play the neighbours: they speak before the gateway settles how
    private static List<JsonNode> since(String log) {
        assertThat(log).contains(FIRST);
        return log.substring(log.indexOf(FIRST))
                .lines()
                .map(line -> (JsonNode) JsonMapper.shared().readTree(line))
                .toList();
    }
}
