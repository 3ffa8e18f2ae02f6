package fr.agora.directory;

import fr.agora.directory.identity.KeycloakStub;
import fr.agora.local.store.WireStore;
import fr.agora.platform.security.JwtFixture;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** The whole directory on a store in memory, without a broker: facts simply wait in their documents. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@Import(JwtFixture.Trusted.class)
@ContextConfiguration(initializers = DirectoryTest.InMemory.class)
public @interface DirectoryTest {

    class InMemory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final WireStore STORE = WireStore.inMemory();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "spring.mongodb.uri=" + STORE.uri("agora_directory"),
                    "spring.rabbitmq.port=1",
                    // tests sweep themselves
                    "agora.accounts.first-look=1h",
                    "agora.accounts.client-secret=un-secret",
                    "agora.accounts.keycloak=" + KeycloakStub.running().address(),
                    "agora.mail.first-sweep=1h",
                    "agora.copies.first-filling=1h",
                    "agora.notices.first-digest-sweep=1h",
                    "logging.level.de.bwaldvogel.mongo=off",
                    "logging.level.org.subethamail=off");
        }
    }
}
