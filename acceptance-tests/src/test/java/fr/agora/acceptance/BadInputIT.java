package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.acceptance.Api.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in wrong meets a clear answer of the right status, through the gateway. */
class BadInputIT {

    private static Agora agora;

    @BeforeAll
    static void start() {
        agora = Agora.running();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/nothing, 404",
        "/api/directory/members/unknown, 404",
        "/api/directory/organizations/unknown, 404",
        "/api/projects/use-cases/unknown, 404",
        "/api/projects/blocks/unknown, 404",
        "/api/jobs/offers/unknown, 404",
        "/api/directory/members?size=1000000, 400",
        "/api/jobs/offers?size=-1, 400",
        "/api/projects/use-cases?cursor=forged, 400",
        "/api/search?q=a&page=-1, 400",
        "/api/search?q=a&page=many, 400",
        "/api/search?q=a&kind=castle, 400",
        "/api/search?q=a&cursor=forged, 400",
        "/api/directory/members/me, 401",
        "/api/search/admin/rebuilds, 401",
        "/api/jobs/admin/parked, 401"
    })
    void aWrongQuestionIsAProblem(String path, int status) {
        isProblem(agora.anonymous().get(path), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/directory/organizations",
                "/api/directory/members",
                "/api/projects/use-cases",
                "/api/jobs/offers"
            })
    void aWrongBodyIsAProblem(String path) {
        Api admin = agora.as("admin.demo");

        isProblem(admin.post(path, "{\"name\":"), 400);
        isProblem(admin.post(path, "[]"), 400, 422);
        isProblem(admin.post(path, "{}"), 422);
        isProblem(admin.post(path, "{\"name\":{},\"title\":{},\"displayName\":{}}"), 422);
        isProblem(admin.post(path, "{\"x\":\"" + "x".repeat(5_000_000) + "\"}"), 413);
        isProblem(
                admin.send(
                        admin.request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString("a;b"))),
                415);
        isProblem(admin.send(admin.request(path).DELETE()), 405);
        isProblem(agora.anonymous().post(path, "{}"), 401);
    }

    @Test
    void anotherPersonsOfferIsNotTouched() {
        String offer = agora.anonymous()
                .get("/api/jobs/offers?size=1")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        Api other = agora.as("rachid.benomar");

        isProblem(other.post("/api/jobs/offers/" + offer + "/withdraw", ""), 403);
        assertThat(agora.anonymous().get("/api/jobs/offers/" + offer).status()).isEqualTo(200);
    }

    /** What is said to be coming is refused before it comes; what is not said, once it is too much. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 209715200", "Transfer-Encoding: chunked"})
    void anUploadOfTwoHundredMegabytesIsCutOff(String said) throws IOException {
        URI gateway = agora.uri("/");
        String head = "POST /api/jobs/offers/x/applications HTTP/1.1\r\nHost: " + gateway.getAuthority()
                + "\r\nAuthorization: Bearer " + agora.run("token", "ines.berrada")
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\n" + said + "\r\n\r\n";
        try (Socket caller = new Socket(gateway.getHost(), gateway.getPort())) {
            caller.setSoTimeout(30_000);
            caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            if (said.startsWith("Transfer-Encoding")) {
                sendsUntilAnswered(caller);
            }

            assertThat(new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))
                            .readLine())
                    .startsWith("HTTP/1.1 413");
        }
    }

    /** Seven megabytes of the two hundred at most: more is not wanted. */
    private static void sendsUntilAnswered(Socket caller) throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < 112 && caller.getInputStream().available() == 0; sent++) {
            caller.getOutputStream().write(chunk);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void aForgedTokenOpensNothing(String token) {
        Api forged = new Api(agora, token);

        isProblem(forged.get("/api/directory/members/me"), 401);
        isProblem(forged.post("/api/jobs/offers", "{}"), 401);
    }

    @Test
    void aTokenWithAnotherSignatureOpensNothing() {
        String token = agora.run("token", "lucas.morvan");
        String[] parts = token.split("\\.");
        String tampered = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();

        isProblem(new Api(agora, tampered).get("/api/directory/members/me"), 401);
    }

    @Test
    void aPageThatIsNotThereSaysSoInFrench() {
        Answer answer = agora.anonymous().get("/nulle-part");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.type()).startsWith("text/html");
        assertThat(answer.body()).contains("lang=\"fr\"").doesNotContain("Exception");
    }

    @Test
    void theInsideStaysInside() {
        Stream.of(
                        "/actuator",
                        "/actuator/env",
                        "/actuator/metrics",
                        "/auth/admin/",
                        "/auth/admin/master/console/",
                        "/auth/realms/master/account",
                        "/auth/realms/agora/clients-registrations/default",
                        "/auth/realms/agora/protocol/saml/descriptor",
                        "/auth/resources/agora/account/xx")
                .forEach(path -> assertThat(agora.anonymous().get(path).status())
                        .as(path)
                        .isEqualTo(404));
    }

    private static void isProblem(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.body()).isIn((Object[]) statuses);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).startsWith("urn:agora:problem:");
        assertThat(answer.json().path("texts").path("fr").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
