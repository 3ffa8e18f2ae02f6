package fr.agora.projects;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;

/** Stands for data.gouv.fr with answers in the shape of udata's API, version 1. */
final class DataGouvApi {

    static final String KEY = "cle-de-test";

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    static {
        SERVER.start();
    }

    private DataGouvApi() {}

    static String uri() {
        return SERVER.baseUrl();
    }

    static void forget() {
        SERVER.resetAll();
    }

    static void holdsDataset(String id, String title, boolean spd) {
        SERVER.stubFor(dataset(id, okJson("""
                {"id":"5530fbacc751df5ff937dddb","slug":"%s","title":"%s","license":"lov2",
                 "last_update":"2026-11-20T04:12:00+00:00","last_modified":"2026-11-20T04:12:00+00:00",
                 "organization":{"id":"1","name":"Institut national de l’information géographique et forestière"},
                 "badges":[%s],"resources":{"total":4},"page":"https://www.data.gouv.fr/datasets/%s/"}""".formatted(id, title, spd ? "{\"kind\":\"spd\"}" : "", id))));
    }

    static void holdsDataservice(String id, String title) {
        SERVER.stubFor(get(urlEqualTo("/api/1/dataservices/" + id + "/")).willReturn(okJson("""
                {"id":"672cf67802ef6b1be63b8975","title":"%s","license":null,"metadata_modified_at":"2026-10-01T10:00:00",
                 "organization":{"name":"DINUM"},"self_web_url":"https://www.data.gouv.fr/dataservices/%s/"}""".formatted(title, id))));
    }

    static void answers(String id, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(dataset(id, answer));
    }

    static ResponseDefinitionBuilder garbage() {
        return aResponse().withStatus(200).withBody("<html>en maintenance</html>");
    }

    static ResponseDefinitionBuilder error() {
        return aResponse().withStatus(500);
    }

    static ResponseDefinitionBuilder gone() {
        return aResponse().withStatus(410);
    }

    static ResponseDefinitionBuilder slow() {
        return aResponse().withFixedDelay(8_000).withBody("{}");
    }

    static ResponseDefinitionBuilder huge() {
        return aResponse().withBody("{\"title\":\"" + "a".repeat(100_000) + "\"}");
    }

    static ResponseDefinitionBuilder cut() {
        return aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
    }

    static void takesReuses(String id) {
        SERVER.stubFor(post(urlEqualTo("/api/1/reuses/"))
                .withHeader("X-API-KEY", equalTo(KEY))
                .willReturn(okJson("{\"id\":\"" + id + "\"}").withStatus(201)));
    }

    static void refusesReuses() {
        SERVER.stubFor(post(urlEqualTo("/api/1/reuses/")).willReturn(error()));
    }

    /** The bodies of the reuses sent. */
    static List<String> reuses() {
        return SERVER.findAll(postRequestedFor(urlEqualTo("/api/1/reuses/"))).stream()
                .map(request -> request.getBodyAsString())
                .toList();
    }

    static int asked() {
        return SERVER.getAllServeEvents().size();
    }

    private static com.github.tomakehurst.wiremock.client.MappingBuilder dataset(
            String id, ResponseDefinitionBuilder answer) {
        return get(urlEqualTo("/api/1/datasets/" + id + "/")).willReturn(answer);
    }
}
