package fr.agora.search;

import fr.agora.local.store.WireStore;
import fr.agora.platform.security.EveryEndpointIsProtectedTests;
import fr.agora.platform.security.JwtFixture;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@AutoConfigureMockMvc
@Import(JwtFixture.Trusted.class)
class ProtectionTests extends EveryEndpointIsProtectedTests {

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> WireStore.inMemory().uri("agora_search"));
        properties.add("agora.identity.issuer", () -> JwtFixture.ISSUER);
    }
}
