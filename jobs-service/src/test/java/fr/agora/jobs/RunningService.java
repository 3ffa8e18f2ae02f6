package fr.agora.jobs;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import fr.agora.jobs.recruiter.SettableRoles;
import fr.agora.local.store.WireStore;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Subscription;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a store in memory, without a broker: facts wait in their documents. */
@SpringBootTest(properties = {"agora.jobs.closing=1h", "agora.jobs.recruiter-roles=1h", "spring.rabbitmq.port=1"})
@AutoConfigureMockMvc
@Import({JwtFixture.Trusted.class, RunningService.Fixed.class})
public abstract class RunningService {

    // one for all tests, closed with the JVM: the contexts that use it are cached as long
    private static final WireStore STORE = WireStore.inMemory();

    protected static final JwtFixture RECRUITER =
            JwtFixture.member("compte-lea").of("dinum").with(Role.RECRUITER);
    protected static final JwtFixture OTHER_RECRUITER =
            JwtFixture.member("compte-omar").of("insee").with(Role.RECRUITER);
    protected static final JwtFixture MEMBER = JwtFixture.member("compte-nour").of("dinum");
    protected static final JwtFixture MODERATOR =
            JwtFixture.member("compte-iris").with(Role.MODERATOR);
    protected static final JwtFixture ADMIN = JwtFixture.member("compte-paul").with(Role.ADMIN);

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected MongoTemplate store;

    @Autowired
    protected SettableClock clock;

    @Autowired
    protected SettableReview review;

    @Autowired
    private SettableRoles roles;

    @Autowired
    protected Map<String, Subscription> subscriptions;

    protected final JsonMapper json = JsonMapper.shared();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> STORE.uri("agora_jobs"));
    }

    @BeforeEach
    void startAfresh() {
        for (String collection : List.of(
                "offers",
                "organizations_copy",
                "use_cases_copy",
                "mandates_copy",
                "source_entries",
                "recruiter_mandates",
                "talents_copy",
                "offer_import_reports",
                "leases",
                "relays",
                "referrals",
                "alumni_copy",
                "applications",
                "cv.files",
                "cv.chunks")) {
            store.remove(new Query(), collection);
        }
        clock.backToNoon();
        review.require(false);
        roles.comeBack();
        hears("agora.directory.organization-published.v1", "dinum", 1, """
                {"id":"dinum","name":"Direction interministérielle du numérique","acronym":"DINUM",
                 "ministries":[{"id":"premier-ministre","name":"Premier ministre"}]}""");
    }

    /** Where a person may be kept; the audit trail keeps an opaque account that leads to nobody, see ADR 40. */
    protected java.util.List<String> collectionsOfPeople() {
        return store.getCollectionNames().stream()
                .filter(collection -> !collection.equals("audit_entries"))
                .toList();
    }

    protected void hears(String type, String subject, long revision, String data) {
        FactType told = new FactType(type);
        Fact fact = new Fact(
                "fact-" + subject + revision, told, subject, Instant.now(), revision, null, json.readTree(data));
        subscriptions.values().stream()
                .filter(subscription -> subscription.owner().equals(told.owner()))
                .forEach(subscription -> subscription.handler().handle(List.of(fact)));
    }

    protected MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.characterEncoding("UTF-8")).andReturn().getResponse();
    }

    protected JsonNode body(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsByteArray());
    }

    protected static AbstractMockHttpServletRequestBuilder<?> reads(String path) {
        return get(path);
    }

    protected static AbstractMockHttpServletRequestBuilder<?> writes(String path, JwtFixture author, String body) {
        return post(path)
                .header("Authorization", author.bearer())
                .contentType("application/json")
                .content(body);
    }

    protected static AbstractMockHttpServletRequestBuilder<?> replaces(String path, JwtFixture author, String body) {
        return put(path)
                .header("Authorization", author.bearer())
                .contentType("application/json")
                .content(body);
    }

    /** What a page's button sends. */
    protected static MockHttpServletRequestBuilder presses(String path, JwtFixture person) {
        return post(path)
                .header("Authorization", person.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton");
    }

    /** A page as that person sees it. */
    protected static MockHttpServletRequestBuilder shows(String path, @Nullable JwtFixture reader) {
        MockHttpServletRequestBuilder page =
                get(path).header("X-Agora-Csrf", "jeton").accept("text/html");
        return reader == null ? page : page.header("Authorization", reader.bearer());
    }

    /** A draft, by its id. */
    protected String draft(JwtFixture author, String body) throws Exception {
        MockHttpServletResponse created = call(writes("/api/jobs/offers", author, body));
        if (created.getStatus() != 201) {
            throw new AssertionError(created.getStatus() + " " + created.getContentAsString());
        }
        return body(created).path("id").asString();
    }

    protected String published(JwtFixture author, String body) throws Exception {
        String id = draft(author, body);
        call(writes("/api/jobs/offers/" + id + "/publish", author, ""));
        return id;
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Fixed {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        SettableReview review() {
            return new SettableReview();
        }

        @Bean
        @Primary
        SettableRoles roles() {
            return new SettableRoles();
        }

        @Bean
        SeenFinds seenFinds() {
            return new SeenFinds();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer watched(SeenFinds finds) {
            return settings -> settings.addCommandListener(finds);
        }
    }
}
