package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.local.broker.EmbeddedBroker;
import fr.agora.local.store.WireStore;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.io.IOException;
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
