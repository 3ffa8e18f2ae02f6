package fr.agora.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SameOriginTests {

    private static Platform platform;
    private static String cookie;

    @BeforeAll
    static void open() {
        platform = Platform.with();
        cookie = platform.login("nora");
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @BeforeEach
    void reset() {
        platform.everythingAnswers("écrit");
    }

    @Test
    void aWriteFromAnotherSiteIsRefused() {
        Answer bySite = platform.post("/offres/nouvelle", "", "Cookie", cookie, "Sec-Fetch-Site", "cross-site");
        Answer bySibling = platform.post("/offres/nouvelle", "", "Cookie", cookie, "Sec-Fetch-Site", "same-site");
        Answer byOrigin =
                platform.post("/api/jobs/offers", "{}", "Cookie", cookie, "Origin", "https://ailleurs.exemple");
        Answer bySilence = platform.post("/offres/nouvelle", "", "Cookie", cookie);
        Answer byNull = platform.post("/offres/nouvelle", "", "Cookie", cookie, "Origin", "null");

        assertThat(bySite.status()).isEqualTo(403);
        assertThat(bySite.body()).contains("Action refusée");
        assertThat(bySibling.status()).isEqualTo(403);
        assertThat(byOrigin.status()).isEqualTo(403);
        assertThat(byOrigin.body()).contains("urn:agora:problem:cross-site-request");
        assertThat(bySilence.status()).isEqualTo(403);
        assertThat(byNull.status()).isEqualTo(403);
        assertThat(platform.services().getAllServeEvents()).isEmpty();
    }

    @Test
    void aWriteFromThisSitePasses() {
        assertThat(platform.post("/offres/nouvelle", "", "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
        assertThat(platform.post("/offres/nouvelle", "", "Cookie", cookie, "Origin", platform.url())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWriteWithoutASessionIsForTheServiceToJudge() {
        assertThat(platform.post("/api/jobs/offers", "{}").status()).isEqualTo(200);
        assertThat(platform.post("/api/jobs/offers", "{}", "Authorization", "Bearer mine", "Cookie", cookie)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void loggingSomeoneOutFromAnotherSiteIsRefused() {
        assertThat(platform.post("/deconnexion", "", "Cookie", cookie, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
    }
}
