package fr.agora.directory.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.mail.MovingClock;
import fr.agora.directory.mail.Post;
import fr.agora.directory.notice.Notice.Bilingual;
import fr.agora.directory.notice.Topic.Rhythm;
import fr.agora.local.mail.CaughtMail;
import fr.agora.platform.security.JwtFixture;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;

/** What people are told, where, and how often. */
@DirectoryTest
class NoticeStoryTests {

    private static final String CLAIRE = JwtFixture.member("claire").bearer();

    @Autowired
    private MongoTemplate store;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ObjectProvider<Reach> reaches;

    private final MovingClock clock = new MovingClock();
    private Post post;
    private Notices notices;
    private Digests digests;
    private PreferenceStore preferences;

    @BeforeEach
    void open() {
        store.remove(new Query(), InboxNotice.class);
        store.remove(new Query(), Preferences.class);
        post = new Post(store, clock);
        post.reach("claire", "claire@agora.exemple", "fr");
        Inbox inbox = new Inbox(store, clock);
        preferences = new PreferenceStore(store);
        notices = new StoredNotices(inbox, preferences, post.door(), post.addresses(), reaches, clock);
        digests = new Digests(inbox, preferences, post.door());
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void oneHappeningIsToldOnceInTheInboxAndByMail() throws Exception {
        notices.tell(happening("h-1", Topic.PROJECTS));
        notices.tell(happening("h-1", Topic.PROJECTS));

        assertThat(post.deliver()).hasSize(1);
        mvc.perform(get("/api/directory/notices").header("Authorization", CLAIRE))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].title.en").value("Something happened h-1"))
                .andExpect(jsonPath("$.items[0].unread").value(true));
        mvc.perform(get("/messages/avis").header("Authorization", CLAIRE))
                .andExpect(content().string(containsString("Il se passe quelque chose h-1")))
                .andExpect(content().string(containsString("1 avis non lu")));
        String id = store.findAll(InboxNotice.class).getFirst().id();
        mvc.perform(get("/messages/avis/" + id).header("Authorization", CLAIRE))
                .andExpect(redirectedUrl("/briques/b-1"));
        mvc.perform(get("/messages/avis/" + id)
                        .header("Authorization", JwtFixture.member("lucas").bearer()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/directory/notices/unread").header("Authorization", CLAIRE))
                .andExpect(jsonPath("$.count").value(0));
    }

    @Test
    void aDailyDigestGathersInOneLetterInTheMorning() throws Exception {
        mvc.perform(put("/api/directory/notices/preferences")
                        .header("Authorization", CLAIRE)
                        .contentType(APPLICATION_JSON)
                        .content("{\"PROJECTS\":\"DAILY\",\"MANDATES\":\"NEVER\"}"))
                .andExpect(jsonPath("$.PROJECTS").value("DAILY"))
                .andExpect(jsonPath("$.MANDATES").value("AT_ONCE"));
        notices.tell(happening("h-1", Topic.PROJECTS));
        notices.tell(happening("h-2", Topic.PROJECTS));

        digests.post();
        assertThat(post.deliver()).isEmpty();
        clock.forward(Duration.ofHours(22));
        digests.post();
        digests.post();

        List<CaughtMail> arrived = post.deliver();
        assertThat(arrived).hasSize(1);
        assertThat(arrived.getFirst().text())
                .contains("• Il se passe quelque chose h-1")
                .contains("• Il se passe quelque chose h-2");
    }

    @Test
    void aDigestThatWasPostedButNotMarkedIsNotPostedAgain() {
        preferences.choose(preferences.of("claire"), Map.of(Topic.PROJECTS, Rhythm.WEEKLY));
        notices.tell(happening("h-1", Topic.PROJECTS));
        clock.forward(Duration.ofDays(8));
        InboxNotice before = store.findAll(InboxNotice.class).getFirst();

        digests.post();
        store.save(before);
        digests.post();

        assertThat(post.deliver()).hasSize(1);
    }

    @Test
    void oneClickEndsTheLettersOfATopicAndNothingElse() throws Exception {
        notices.tell(happening("h-1", Topic.PROJECTS));
        CaughtMail mail = post.deliver().getFirst();
        String link = URI.create(mail.headers().get("List-Unsubscribe").replaceAll("[<>\\s]", ""))
                .getPath();

        mvc.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ne plus recevoir")));
        notices.tell(happening("h-2", Topic.PROJECTS));
        assertThat(post.deliver()).as("looking ends nothing").hasSize(2);
        mvc.perform(post(link).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());

        notices.tell(happening("h-3", Topic.PROJECTS));
        assertThat(post.deliver()).hasSize(2);
        notices.tell(happening("h-4", Topic.JOBS));
        assertThat(post.deliver()).hasSize(3);
        mvc.perform(get("/api/directory/notices").header("Authorization", CLAIRE))
                .andExpect(jsonPath("$.items.length()").value(4));
        mvc.perform(post(link + "x")).andExpect(status().isNotFound());
        mvc.perform(post(link.replace("projets", "compte"))).andExpect(status().isNotFound());
    }

    @Test
    void whatAnOfficeObligesToKnowCarriesNoWayOut() {
        notices.tell(happening("h-1", Topic.MANDATES));

        assertThat(post.deliver().getFirst().headers()).doesNotContainKey("List-Unsubscribe");
    }

    @Test
    void whereNobodyAnswersForAnOrganisationTheModeratorsAreTold() {
        post.reachModerator("sofia", "sofia@agora.exemple");

        notices.tell(new Happening(
                "h-1",
                List.of(new Recipient.OfOrganization("nowhere")),
                Topic.PROJECTS,
                new Bilingual("Une demande", "A request"),
                null,
                null,
                "/reutilisations/1"));

        assertThat(post.deliver().getFirst().to()).isEqualTo("sofia@agora.exemple");
    }

    @Test
    void preferencesAreChosenOnAPage() throws Exception {
        mvc.perform(post("/messages/preferences")
                        .header("Authorization", CLAIRE)
                        .header("X-Agora-Csrf", "jeton")
                        .param("_csrf", "jeton")
                        .param("messages", "WEEKLY")
                        .param("alertes", "n’importe quoi"))
                .andExpect(redirectedUrl("/messages/preferences?fait=enregistre"));

        assertThat(preferences.of("claire").rhythm(Topic.MESSAGES)).isEqualTo(Rhythm.WEEKLY);
        assertThat(preferences.of("claire").rhythm(Topic.ALERTS)).isEqualTo(Rhythm.DAILY);
    }

    private static Happening happening(String id, Topic topic) {
        return new Happening(
                id,
                List.of(new Recipient.OfAccount("claire")),
                topic,
                new Bilingual("Il se passe quelque chose " + id, "Something happened " + id),
                null,
                null,
                "/briques/b-1");
    }
}
