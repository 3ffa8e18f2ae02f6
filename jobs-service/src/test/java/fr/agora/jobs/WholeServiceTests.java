package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.local.broker.EmbeddedBroker;
import fr.agora.local.store.WireStore;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** The service on a store and a broker: what is published arrives. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({JwtFixture.Trusted.class, RunningService.Fixed.class})
class WholeServiceTests {

    private static final WireStore STORE = WireStore.inMemory();
    private static final EmbeddedBroker BROKER = broker();
    private static final JwtFixture RECRUITER =
            JwtFixture.member("compte-lea").of("dinum").with(Role.RECRUITER);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RabbitTemplate rabbit;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> STORE.uri("agora_jobs"));
        properties.add("spring.rabbitmq.host", BROKER::host);
        properties.add("spring.rabbitmq.port", BROKER::port);
        properties.add("spring.rabbitmq.username", BROKER::username);
        properties.add("spring.rabbitmq.password", BROKER::password);
        properties.add("spring.rabbitmq.virtual-host", BROKER::virtualHost);
    }

    @AfterAll
    static void stop() {
        BROKER.close();
        STORE.close();
    }

    @Test
    void aPublishedOfferArrivesAtTheSearch() throws Exception {
        String created = mvc.perform(post("/api/jobs/offers")
                        .header("Authorization", RECRUITER.bearer())
                        .contentType("application/json")
                        .content(Bodies.DATA_SCIENTIST))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonMapper.shared().readTree(created).path("id").asString();

        mvc.perform(post("/api/jobs/offers/" + id + "/publish").header("Authorization", RECRUITER.bearer()));

        Message message = rabbit.receive("search.jobs-events", 20_000);
        assertThat(message).isNotNull();
        Fact fact = Fact.parse(message.getBody());
        assertThat(fact.type().value()).isEqualTo("agora.jobs.offer-published.v1");
        assertThat(fact.subject()).isEqualTo(id);
    }

    @Test
    void aConsentThatIsWithdrawnIsGoneWithinFiveSeconds() throws Exception {
        tell("talent-published", 1, """
                {"id":"m-ada","accountId":"compte-ada","displayName":"Ada","organizations":[],"ministries":[],
                 "territories":[],"skills":[],"hiddenFrom":[],"consents":{"recruitmentSince":"2026-10-02"},
                 "url":"/annuaire/membres/m-ada"}""");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(talents()).contains("m-ada"));

        tell("talent-withdrawn", 2, "{\"id\":\"m-ada\"}");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(talents()).doesNotContain("m-ada"));
    }

    private String talents() throws Exception {
        return mvc.perform(get("/api/jobs/talents").header("Authorization", RECRUITER.bearer()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void tell(String fact, long revision, String data) {
        String envelope = """
                {"specversion":"1.0","id":"fact-%1$s","source":"urn:agora:directory","type":"agora.directory.%1$s.v1",
                 "subject":"m-ada","time":"2026-11-26T09:00:00Z","datacontenttype":"application/json",
                 "dataschema":"urn:agora:schema:directory:%1$s:v1","revision":%2$d,"data":%3$s}""".formatted(fact, revision, data);
        rabbit.convertAndSend("directory.events", fact + ".v1", envelope.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theApiDescribesItselfAndTheServiceIsReady() throws Exception {
        String api = mvc.perform(get("/api/jobs/openapi.json"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(api).contains("\"openapi\":\"3.1", "/api/jobs/offers/{id}/withdraw", "/api/jobs/imports/offers");
        assertThat(mvc.perform(get("/actuator/health/readiness"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    private static EmbeddedBroker broker() {
        try {
            return EmbeddedBroker.inMemory();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
