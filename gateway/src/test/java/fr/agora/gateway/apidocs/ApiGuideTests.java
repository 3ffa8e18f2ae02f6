package fr.agora.gateway.apidocs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import org.junit.jupiter.api.Test;

class ApiGuideTests {

    private static final String JOBS = """
            {"openapi":"3.1.0",
             "paths":{"/api/jobs/offers/{id}":{"get":{"summary":"Lire une offre <b>",
               "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
               "responses":{"200":{"description":"L’offre","content":
                 {"application/json":{"schema":{"$ref":"#/components/schemas/OfferView"}}}}}}}},
             "components":{"schemas":{"OfferView":{"required":["title"],"properties":
               {"title":{"type":"string"},"skills":{"type":"array","items":{"type":"string"}}}}}}}""";

    @Test
    void theWholeApiIsOnOnePageEvenWhenAServiceIsAway() {
        try (Platform platform = Platform.with("--agora.neighbours.directory=http://127.0.0.1:1")) {
            platform.services()
                    .stubFor(get(urlPathEqualTo("/api/jobs/openapi.json")).willReturn(okJson(JOBS)));

            Answer page = platform.get("/aide/api");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("id=\"jobs-get-api-jobs-offers-id-\"", "GET /api/jobs/offers/{id}", "obligatoire")
                    .contains("OfferView", "string[]", "Lire une offre &lt;b&gt;")
                    .contains("La documentation de ce service n’est pas disponible")
                    .doesNotContain("<b>", "<script>");
        }
    }

    @Test
    void assetsAreKeptForEver() {
        try (Platform platform = Platform.with()) {
            String home = platform.get("/nulle-part").body();
            String sheet = home.replaceAll("(?s).*?(/assets/[^\"]+\\.css).*", "$1");

            Answer plain = platform.get(sheet);
            Answer packed = platform.get(sheet, "Accept-Encoding", "gzip");

            assertThat(plain.status()).isEqualTo(200);
            assertThat(plain.header("Cache-Control")).contains("immutable", "max-age=31536000");
            assertThat(plain.headers("Set-Cookie")).isEmpty();
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(platform.get("/assets/nulle-part.css").status()).isEqualTo(404);
        }
    }
}
