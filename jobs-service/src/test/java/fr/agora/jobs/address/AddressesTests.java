package fr.agora.jobs.address;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Typing goes on whatever the geocoder does. */
class AddressesTests {

    private static final WireMockServer GEOCODER = new WireMockServer(options().dynamicPort());
    private static final String FOUND = """
            {"type":"FeatureCollection","features":[
             {"properties":{"label":"20 Avenue de Ségur 75007 Paris","citycode":"75107","city":"Paris","score":0.97}},
             {"properties":{"label":"20 Avenue sans commune"}}]}""";

    private final Addresses addresses = geocoder(GEOCODER.baseUrl() + "/geocodage");

    @BeforeAll
    static void open() {
        GEOCODER.start();
    }

    @AfterAll
    static void close() {
        GEOCODER.stop();
    }

    @BeforeEach
    void forget() {
        GEOCODER.resetAll();
    }

    @Test
    void aStreetIsCompletedWithItsCommuneAndAskedForOnce() {
        answers(okJson(FOUND));

        assertThat(addresses.suggest("20 av. de Ségur"))
                .containsExactly(new Address("20 Avenue de Ségur 75007 Paris", "75107", "Paris"));
        assertThat(addresses.suggest("20 av. de Ségur")).hasSize(1);

        GEOCODER.verify(
                1,
                getRequestedFor(urlPathEqualTo("/geocodage/search")).withQueryParam("q", equalTo("20 av. de Ségur")));
    }

    @Test
    void anAddressIsFoundByItsWholeLabelOnly() {
        answers(okJson(FOUND));

        assertThat(addresses.find("20 avenue de ségur 75007 paris")).isPresent();
        assertThat(addresses.find("20 avenue de Ségur")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whateverElseItAnswersIsNoSuggestion(String what, ResponseDefinitionBuilder answer) {
        answers(answer);

        long start = System.nanoTime();
        assertThat(addresses.suggest("rue des Haies")).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    static Stream<Arguments> whateverElseItAnswersIsNoSuggestion() {
        return Stream.of(
                Arguments.of("slow to begin", okJson(FOUND).withFixedDelay(6_000)),
                Arguments.of("slow to end", okJson(FOUND).withChunkedDribbleDelay(20, 6_000)),
                Arguments.of("an error", aResponse().withStatus(503)),
                Arguments.of("a page", aResponse().withBody("<html>Maintenance</html>")),
                Arguments.of("half a JSON", okJson(FOUND.substring(0, 90))),
                Arguments.of("another JSON", okJson("[1,2]")),
                Arguments.of("far too much", okJson("{\"features\":[\"" + "x".repeat(300_000) + "\"]}")),
                Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
    }

    @Test
    void nobodyIsAskedWhenItIsOffOrTooLittleIsTyped() {
        answers(okJson(FOUND));

        assertThat(geocoder("").suggest("20 avenue de Ségur")).isEmpty();
        assertThat(addresses.suggest("20")).isEmpty();
        assertThat(addresses.suggest("a".repeat(201))).isEmpty();

        GEOCODER.verify(0, getRequestedFor(urlPathEqualTo("/geocodage/search")));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        GEOCODER.stubFor(get(urlPathEqualTo("/geocodage/search")).willReturn(answer));
    }

    private static Addresses geocoder(String url) {
        return new Addresses(new AddressSettings(url, Duration.ofSeconds(1), Duration.ofHours(1)), Clock.systemUTC());
    }
}
