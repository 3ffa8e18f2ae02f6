package fr.agora.directory.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.mail.Letter.Words;
import fr.agora.directory.mail.Mail.State;
import fr.agora.local.mail.CaughtMail;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Letters leave once, or wait. */
@DirectoryTest
class MailStoryTests {

    private static final String CLAIRE = "claire";

    @Autowired
    private MongoTemplate store;

    @Autowired
    private MockMvc mvc;

    private final MovingClock clock = new MovingClock();
    private Post post;

    @BeforeEach
    void open() {
        post = new Post(store, clock);
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aLetterLeavesOnceInItsReceiversLanguageAndItsWordsAreErased() throws Exception {
        post.reach(CLAIRE, "claire@agora.exemple", "en");
        post.mails.post(letter("l-1"));
        post.mails.post(letter("l-1"));

        post.deliver();
        List<CaughtMail> arrived = post.deliver();

        assertThat(arrived).hasSize(1);
        CaughtMail mail = arrived.getFirst();
        assertThat(mail.to()).isEqualTo("claire@agora.exemple");
        assertThat(mail.subject()).isEqualTo("You have a message");
        assertThat(mail.text()).contains("> Bonjour <Claire>").contains("https://agora.exemple/messages/m-1");
        assertThat(mail.html()).contains("Bonjour &lt;Claire&gt;").contains("lang=\"en\"");
        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe", "<https://agora.exemple/messages/desabonnement/k/messages>")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(mail.headers().get("Reply-To")).contains("ne-pas-repondre@agora.exemple");
        assertThat(mail("l-1").state()).isEqualTo(State.SENT);
        assertThat(mail("l-1").letter()).isNull();
    }

    @Test
    void nothingIsSentTwiceAfterADeathBetweenHandingInAndNotingIt() {
        post.reach(CLAIRE, "claire@agora.exemple", "fr");
        post.mails.post(letter("l-1"));
        PostOffice real = post.office();
        MailDispatch killed = post.dispatch(new Office(message -> {
            try (PostOffice.Counter counter = real.open()) {
                counter.hand(message);
            }
            throw new Killed();
        }));

        assertThatThrownBy(killed::dispatch).isInstanceOf(Killed.class);
        post.deliver();
        clock.forward(Duration.ofMinutes(11));
        post.deliver();
        clock.forward(Duration.ofDays(2));

        assertThat(post.deliver()).hasSize(1);
        assertThat(mail("l-1").state()).isEqualTo(State.UNCERTAIN);
        assertThat(mail("l-1").letter()).isNull();
    }

    @Test
    void severalInstancesSendEachLetterOnce() throws Exception {
        post.reach(CLAIRE, "claire@agora.exemple", "fr");
        IntStream.range(0, 40).forEach(number -> post.mails.post(letter("l-" + number)));
        CountDownLatch together = new CountDownLatch(4);

        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(each -> instances.submit(() -> {
                        together.countDown();
                        together.await();
                        post.dispatch(post.office()).dispatch();
                        return null;
                    }))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(post.arrived()).hasSize(40);
        assertThat(post.arrived().stream()
                        .map(mail -> mail.headers().get("Message-ID"))
                        .distinct())
                .hasSize(40);
    }

    @Test
    void whileTheServerIsAwayLettersWaitAndThenLeave() {
        post.reach(CLAIRE, "claire@agora.exemple", "fr");
        post.mails.post(letter("l-1"));
        MailDispatch without = post.dispatch(new Office(null));

        without.dispatch();
        without.dispatch();

        assertThat(mail("l-1").state()).isEqualTo(State.WAITING);
        assertThat(mail("l-1").attempts()).isZero();
        assertThat(post.deliver()).hasSize(1);
    }

    @Test
    void aRefusalForNowIsTriedAgainLaterAndOneForGoodIsNot() {
        post.reach(CLAIRE, "claire@agora.exemple", "fr");
        post.mails.post(letter("l-1"));
        post.dispatch(refusing(451)).dispatch();
        assertThat(mail("l-1").state()).isEqualTo(State.WAITING);
        assertThat(post.deliver()).isEmpty();

        clock.forward(Duration.ofMinutes(2));
        assertThat(post.deliver()).hasSize(1);

        post.mails.post(letter("l-2"));
        post.dispatch(refusing(554)).dispatch();
        assertThat(mail("l-2").state()).isEqualTo(State.FAILED);
        clock.forward(Duration.ofDays(3));
        assertThat(post.deliver()).hasSize(1);
    }

    @Test
    void aLetterWaitsForItsReceiversFirstLoginAndNoPageSaysWhereItWent() throws Exception {
        post.mails.post(letter("l-1"));
        assertThat(post.deliver()).isEmpty();

        String seen = mvc.perform(get("/moi")
                        .header(
                                "Authorization",
                                JwtFixture.member(CLAIRE)
                                        .reachedAt("claire.f@agora.exemple")
                                        .bearer()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        // learnt by the service's own clock
        clock.forward(Duration.ofDays(20_000));

        assertThat(seen).contains("<h1>").doesNotContain("claire.f@agora.exemple");
        assertThat(post.addresses.find(CLAIRE)).isPresent();
        assertThat(mail("l-1").state()).isEqualTo(State.WAITING);
        assertThat(post.deliver().getFirst().to()).isEqualTo("claire.f@agora.exemple");
    }

    @Test
    void anOperatorIntroducesAccountsThatNeverLoggedInAndHearsNoAddressBack() throws Exception {
        post.reach(CLAIRE, "claire@agora.exemple", "fr");
        String lines = """
                {"compte":"claire","courriel":"autre@agora.exemple"}
                {"compte":"hugo","courriel":"hugo@agora.exemple"}
                {"compte":"nora","courriel":"nora"}
                """;
        String admin = JwtFixture.member("root").with(Role.ADMIN).bearer();

        String report = mvc.perform(post("/api/directory/imports/addresses")
                        .header("Authorization", admin)
                        .contentType(LineImport.NDJSON)
                        .content(lines))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(report)
                .contains("\"created\":1", "\"unchanged\":1", "\"refused\":1")
                .doesNotContain("@");
        assertThat(post.addresses.find(CLAIRE).orElseThrow().address()).isEqualTo("claire@agora.exemple");
        assertThat(post.addresses.find("hugo")).isPresent();
        mvc.perform(post("/api/directory/imports/addresses")
                        .header("Authorization", JwtFixture.member("lucas").bearer())
                        .contentType(LineImport.NDJSON)
                        .content(lines))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoIsForgottenIsNeitherReachedNorKept() {
        post.reach(CLAIRE, "claire@agora.exemple", "fr");
        post.mails.post(letter("l-1"));

        post.dispatch(post.office()).forget(CLAIRE);

        assertThat(post.deliver()).isEmpty();
        assertThat(post.mails.find("l-1")).isEmpty();
        assertThat(post.addresses.find(CLAIRE)).isEmpty();
    }

    @Test
    void onlyAnAddressIsLearnt() {
        for (String no : List.of("", "claire", "a@b, c@d", "a@b.fr\nBcc: x@y.fr", "Claire <a@b.fr>")) {
            post.reach(CLAIRE, no, "fr");
        }

        assertThat(post.addresses.find(CLAIRE)).isEmpty();
        post.reach(CLAIRE, "a@b.fr", "fr");
        assertThat(post.addresses.find(CLAIRE)).isPresent();
    }

    private Mail mail(String id) {
        return post.mails.find(id).orElseThrow();
    }

    private static Letter letter(String id) {
        return new Letter(
                id,
                CLAIRE,
                new Words("Vous avez un message", "You have a message"),
                List.of(new Words("Une personne vous écrit.", "Somebody writes to you.")),
                "Bonjour <Claire>\n\nÀ bientôt",
                new Words("Répondre", "Answer"),
                "/messages/m-1",
                "/messages/desabonnement/k/messages");
    }

    private static PostOffice refusing(int code) {
        return new Office(message -> {
            throw new SMTPSendFailedException("DATA", code, "no", null, null, null, null);
        });
    }

    /** Dies like a process: nothing of ours catches it. */
    private static final class Killed extends Error {}

    private interface Taking {
        void take(MimeMessage message) throws MessagingException;
    }

    /** Without a way to take letters it is closed. */
    private record Office(Taking taking) implements PostOffice {

        @Override
        public Session session() {
            return Session.getInstance(new Properties());
        }

        @Override
        public Counter open() throws MessagingException {
            if (taking == null) {
                throw new MessagingException("closed");
            }
            return new Counter() {
                @Override
                public void hand(MimeMessage message) throws MessagingException {
                    taking.take(Objects.requireNonNull(message));
                }

                @Override
                public void close() {}
            };
        }
    }
}
