package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer is a problem that says what is wrong, never a failure. */
class BadInputTests extends RunningService {

    private static final String ALL = "/api/projects/use-cases";

    @ParameterizedTest(name = "{0} = {1} is refused at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "title; \"  \"; title",
                "title; null; title",
                "title; [\"a\"]; title",
                "pitch; \"\"; pitch",
                "slug; \"Pas Un Slug\"; slug",
                "slug; \"-a\"; slug",
                "slug; \"nouveau\"; slug",
                "phase; \"FINI\"; phase",
                "phase; \"REFERENCE\"; phase",
                "indicators; \"trois\"; indicators",
                "indicators; [null]; indicators[0]",
                "indicators; [{\"measuredOn\":\"hier\"}]; indicators[0].measuredOn",
                "indicators; [{\"measuredOn\":\"2026-11-24\"}]; indicators[0].measuredOn",
                "indicators; [{\"measuredOn\":{}}]; indicators[0].measuredOn",
                "blocks; [null]; blocks[0]",
                "blocks; [{\"kind\":\"MODEL\"}]; blocks[0].name",
                "blocks; [{\"name\":\"A\"}]; blocks[0].kind",
                "blocks; [{\"name\":\"A\",\"kind\":\"OUTIL\"}]; blocks[0].kind",
                "blocks; [{\"name\":\"A\",\"kind\":\"MODEL\",\"licence\":\"licence libre\"}]; blocks[0].licence",
                "blocks; [{\"name\":\"A\",\"kind\":\"MODEL\",\"access\":\"TOUS\"}]; blocks[0].access",
                "blocks; [{\"id\":\"x\",\"name\":\"A\",\"kind\":\"MODEL\"}]; blocks[0].id",
                "organizations; [\"inconnue\"]; organizations[0]",
                "organizations; [null]; organizations[0]",
                "organizations; [{\"name\":\"Sans identifiant\"}]; organizations[0].code",
                "territories; [\"DEP-999\"]; territories[0]",
                "skills; [\"!!!\"]; skills[0]",
                "themes; [\"\"]; themes[0].code",
                "visibility; \"NETWORK\"; visibility",
                "visibility; \"TOUS\"; visibility"
            })
    void aWrongFieldIsNamed(String property, String value, String field) throws Exception {
        MockHttpServletResponse answer = call(writes(ALL, AUTHOR, Bodies.with(property, value)));

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(body(answer).path("errors").findValuesAsString("field")).containsExactly(field);
        assertThat(answer.getContentAsString()).doesNotContain("Exception", "{0}", "field.", "use-case.");
    }

    @Test
    void aLicenceThatIsNoneIsRefusedWithThoseItResembles() throws Exception {
        String licence = "[{\"name\":\"A\",\"kind\":\"MODEL\",\"licence\":\"%s\"}]";

        MockHttpServletResponse refused =
                call(writes(ALL, AUTHOR, Bodies.with("blocks", licence.formatted("MIT-ish"))));
        MockHttpServletResponse read =
                call(writes(ALL, AUTHOR, Bodies.with("blocks", licence.formatted("eupl-1.2 or mit"))));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").path(0).path("message").asString())
                .contains("liste SPDX", "\u00a0: MIT, ");
        assertThat(body(read).path("blocks").path(0).path("licence").asString()).isEqualTo("EUPL-1.2 OR MIT");
    }

    @Test
    void allWrongFieldsAreSaidAtOnce() throws Exception {
        MockHttpServletResponse answer =
                call(writes(ALL, AUTHOR, "{\"blocks\":[{}],\"organizations\":[\"a\",\"b\"],\"phase\":\"REFERENCE\"}"));

        assertThat(body(answer).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "title",
                        "pitch",
                        "phase",
                        "blocks[0].name",
                        "blocks[0].kind",
                        "organizations[0]",
                        "organizations[1]");
    }

    @ParameterizedTest(name = "{0} characters of {1}")
    @CsvSource({"301, title", "101, slug", "1001, pitch", "501, audience", "1001, whatChanges", "50001, description"})
    void aTextThatIsTooLongIsRefused(int length, String property) throws Exception {
        MockHttpServletResponse answer =
                call(writes(ALL, AUTHOR, Bodies.with(property, "\"" + "a".repeat(length) + "\"")));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer)
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString()
                        .replaceAll("\\D", ""))
                .isEqualTo(Integer.toString(length - 1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"21, indicators", "31, blocks", "31, organizations", "31, territories", "41, skills", "21, themes"})
    void aListThatIsTooLongIsRefused(int size, String property) throws Exception {
        String one = property.equals("indicators") ? "{}," : "{\"name\":\"A\",\"kind\":\"MODEL\",\"code\":\"a\"},";
        String list = "[" + one.repeat(size).replaceAll(",$", "") + "]";

        MockHttpServletResponse answer = call(writes(ALL, AUTHOR, Bodies.with(property, list)));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer).path("errors").findValuesAsString("field")).contains(property);
    }

    @Test
    void malformedJsonAndHugeBodiesAreProblems() throws Exception {
        assertThat(call(writes(ALL, AUTHOR, "{\"title\":")).getStatus()).isEqualTo(400);
        assertThat(call(writes(ALL, AUTHOR, "[1]")).getStatus()).isBetween(400, 422);
        assertThat(call(writes(ALL, AUTHOR, "null")).getStatus()).isBetween(400, 422);
        String huge = Bodies.with("description", "\"" + "a".repeat(5_000_000) + "\"");
        assertThat(call(writes(ALL, AUTHOR, huge)).getStatus()).isEqualTo(413);
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "/api/projects/use-cases?size=0, 400",
        "/api/projects/use-cases?size=101, 400",
        "/api/projects/use-cases?size=abc, 400",
        "/api/projects/use-cases?cursor=%21%21, 400",
        "/api/projects/use-cases?cursor=YR9i, 400",
        "/api/projects/use-cases?phase=x, 400",
        "/api/projects/use-cases?q=%2E%2A%28%5B, 200",
        "/api/projects/use-cases/absente, 404",
        "/api/projects/blocks?kind=x, 400",
        "/api/projects/blocks?cursor=YR9i, 400",
        "/api/projects/blocks?size=-1, 400",
        "/api/projects/blocks/absente, 404",
        "/api/projects/rien, 401",
        "/cas-usage?phase=x, 400",
        "/cas-usage?cursor=zzz, 400",
        "/cas-usage/absente, 404",
        "/briques/absente, 404"
    })
    void anOddAddressIsAnswered(String path, int status) throws Exception {
        assertThat(call(get(URI.create(path))).getStatus()).isEqualTo(status);
    }

    @Test
    void aForgedOrExpiredTokenIsRefused() throws Exception {
        assertThat(call(get(ALL).header("Authorization", "Bearer " + AUTHOR.forgedToken()))
                        .getStatus())
                .isEqualTo(401);
        assertThat(call(get(ALL).header("Authorization", AUTHOR.expired().bearer()))
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void whatIsReadMayBeSentBack() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);
        JsonNode read = body(call(reads(ALL + "/" + id)));

        MockHttpServletResponse answer = call(replaces(ALL + "/" + id, AUTHOR, read.toString()));

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo(read);
    }
}
