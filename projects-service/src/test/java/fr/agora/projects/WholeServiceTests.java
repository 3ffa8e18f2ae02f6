package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.local.broker.EmbeddedBroker;
import fr.agora.local.store.WireStore;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.security.JwtFixture;
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
    private static final JwtFixture AUTHOR = JwtFixture.member("compte-lea").of("dinum");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RabbitTemplate rabbit;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> STORE.uri("agora_projects"));
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
    void aPublishedUseCaseArrivesAtTheSearchWithItsBricks() throws Exception {
        String created = mvc.perform(post("/api/projects/use-cases")
                        .header("Authorization", AUTHOR.bearer())
                        .contentType("application/json")
                        .content(Bodies.HEDGES))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonMapper.shared().readTree(created).path("id").asString();

        mvc.perform(post("/api/projects/use-cases/" + id + "/publish").header("Authorization", AUTHOR.bearer()));

        Fact fact = nextOfTheUseCase();
        assertThat(fact.type().value()).isEqualTo("agora.projects.use-case-published.v1");
        assertThat(fact.subject()).isEqualTo(id);
        assertThat(nextOfTheUseCase().type().value()).isEqualTo("agora.projects.block-published.v1");
    }

    /** The service tells of the reference data as soon as it is up; each of these facts comes once. */
    private Fact nextOfTheUseCase() {
        while (true) {
            Message message = rabbit.receive("search.projects-events", 20_000);
            assertThat(message).isNotNull();
            Fact fact = Fact.parse(message.getBody());
            if (!fact.type().value().equals("agora.projects.reference-data-published.v1")) {
                return fact;
            }
        }
    }

    @Test
    void theApiDescribesItselfAndTheServiceIsReady() throws Exception {
        String api = mvc.perform(get("/api/projects/openapi.json"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(api)
                .contains(
                        "\"openapi\":\"3.1",
                        "/api/projects/use-cases/{idOrSlug}/withdraw",
                        "/api/projects/imports/use-cases");
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
