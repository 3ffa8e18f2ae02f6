package fr.agora.search.meaning;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Stands for an OpenAI-compatible endpoint whose model knows roofs from horses from law. */
public final class EmbeddingsApi {

    static final String KEY = "cle-de-test";

    private static final List<Pattern> SUBJECTS = List.of(
            Pattern.compile("toit|tuile|couverture"), Pattern.compile("cheval|jument"), Pattern.compile("droit|loi"));
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(new Model()));

    static {
        SERVER.start();
    }

    private EmbeddingsApi() {}

    static URI uri() {
        return URI.create(SERVER.baseUrl());
    }

    /** It answers as it should. */
    public static void understands() {
        SERVER.resetAll();
        SERVER.stubFor(post(urlEqualTo("/v1/embeddings"))
                .withHeader("Authorization", equalTo("Bearer " + KEY))
                .willReturn(aResponse().withTransformers("model")));
    }

    /** It answers like that, whatever it is asked. */
    public static void answers(ResponseDefinitionBuilder answer) {
        SERVER.resetAll();
        SERVER.stubFor(post(urlEqualTo("/v1/embeddings")).willReturn(answer));
    }

    /** The bodies sent. */
    public static List<String> sent() {
        return SERVER.getAllServeEvents().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }

    private static final class Model implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            var asked = JsonMapper.shared().readTree(event.getRequest().getBodyAsString());
            var vectors = asked.path("input")
                    .valueStream()
                    .map(text -> "{\"embedding\":%s}"
                            .formatted(vector(text.asString().toLowerCase(Locale.FRENCH))))
                    .collect(Collectors.joining(","));
            return aResponse().withBody("{\"data\":[" + vectors + "]}").build();
        }

        private static String vector(String text) {
            return SUBJECTS.stream()
                    .map(subject -> subject.matcher(text).find() ? "1.0" : "0.001")
                    .collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public String getName() {
            return "model";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }
}
