package fr.agora.projects;

import fr.agora.local.store.WireStore;
import fr.agora.platform.security.EveryEndpointIsProtectedTests;
import fr.agora.platform.security.JwtFixture;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is not opened on purpose asks for a login. */
@SpringBootTest(properties = "spring.rabbitmq.port=1")
@AutoConfigureMockMvc
@Import(JwtFixture.Trusted.class)
class ClosedEndpointsTests extends EveryEndpointIsProtectedTests {

    private static final WireStore STORE = WireStore.inMemory();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> STORE.uri("agora_projects"));
    }

    @AfterAll
    static void close() {
        STORE.close();
    }
}
