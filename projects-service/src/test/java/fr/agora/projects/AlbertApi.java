package fr.agora.projects;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.List;

/** Stands for an OpenAI-compatible API. */
final class AlbertApi {

    static final String KEY = "cle-de-test";

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    static {
        SERVER.start();
    }

    private AlbertApi() {}

    static String uri() {
        return SERVER.baseUrl();
    }

    static void forget() {
        SERVER.resetAll();
    }

    static void summarises(String text) {
        SERVER.stubFor(post(urlEqualTo("/v1/chat/completions"))
                .withHeader("Authorization", equalTo("Bearer " + KEY))
                .willReturn(okJson(
                        "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"%s\"}}]}".formatted(text))));
    }

    /** Texts that hold the word have that vector. */
    static void means(String word, String vector) {
        SERVER.stubFor(post(urlEqualTo("/v1/embeddings"))
                .withRequestBody(containing(word))
                .willReturn(okJson("{\"data\":[{\"embedding\":%s}]}".formatted(vector))));
    }

    static void answers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(anyUrl()).willReturn(answer));
    }

    static ResponseDefinitionBuilder busy() {
        return aResponse().withStatus(429).withHeader("Retry-After", "60");
    }

    static ResponseDefinitionBuilder slow() {
        return aResponse().withFixedDelay(5_000).withBody("{}");
    }

    static ResponseDefinitionBuilder malformed() {
        return aResponse().withBody("{\"choices\":[{\"message\":");
    }

    static ResponseDefinitionBuilder empty() {
        return okJson("{\"choices\":[],\"data\":[]}");
    }

    static ResponseDefinitionBuilder endless() {
        return okJson("{\"choices\":[{\"message\":{\"content\":\"" + "a".repeat(100_000) + "\"}}]}");
    }

    /** The bodies sent. */
    static List<String> sent() {
        return SERVER.getAllServeEvents().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }
}
