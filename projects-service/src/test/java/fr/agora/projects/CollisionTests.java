package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;
import org.springframework.mock.web.MockHttpServletResponse;

/** Two who save the same thing at the same moment. */
class CollisionTests extends RunningService {

    private static final String RENAMED = "{\"id\":\"dinum\",\"name\":\"Numérique de l’État\",\"ministries\":[]}";

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void aNeighboursNewsInTheMiddleOfAnEditRefusesNobodyAndIsKept() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse edited = meanwhile(
                () -> hears("agora.directory.organization-published.v1", "dinum", 2, RENAMED),
                () -> call(
                        replaces("/api/projects/use-cases/" + id, AUTHOR, Bodies.with("title", "\"Un autre titre\""))));

        assertThat(edited.getStatus()).isEqualTo(200);
        assertThat(useCase(id).content().title()).isEqualTo("Un autre titre");
        assertThat(useCase(id).surroundings().organizations().getFirst().name()).isEqualTo("Numérique de l’État");
    }

    @Test
    void whatSomebodyElseWroteInTheMiddleOfAnEditIsNotWrittenOver() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse edited = meanwhile(
                () -> edits(id, "Le titre de l’autre"),
                () -> call(
                        replaces("/api/projects/use-cases/" + id, AUTHOR, Bodies.with("title", "\"Un autre titre\""))));

        assertThat(edited.getStatus()).isEqualTo(409);
        assertThat(body(edited).path("type").asString()).isEqualTo("urn:agora:problem:edit-conflict");
        assertThat(useCase(id).content().title()).isEqualTo("Le titre de l’autre");
    }

    @Test
    void theSameEditSentTwiceAtOnceIsDoneOnceAndItsNewBricksAreTheSame() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);
        String body = Bodies.with("title", "\"Un autre titre\"");
        List<String> given = new ArrayList<>();

        MockHttpServletResponse edited = meanwhile(
                () -> {
                    call(replaces("/api/projects/use-cases/" + id, AUTHOR, body));
                    useCase(id).content().blocks().forEach(block -> given.add(block.id()));
                },
                () -> call(replaces("/api/projects/use-cases/" + id, AUTHOR, body)));

        assertThat(edited.getStatus()).isEqualTo(200);
        assertThat(useCase(id).content().title()).isEqualTo("Un autre titre");
        assertThat(useCase(id).content().blocks())
                .isNotEmpty()
                .extracting(Block::id)
                .isEqualTo(given);
    }

    private interface Deed {
        void happen() throws Exception;
    }

    /** Does the one thing just before the other is saved for the first time. */
    private <T> T meanwhile(Deed other, Callable<T> edit) throws Exception {
        ApplicationListener<ApplicationEvent> once = new ApplicationListener<>() {
            private boolean done;

            @Override
            public void onApplicationEvent(ApplicationEvent event) {
                if (!done && event instanceof BeforeSaveEvent<?> save && save.getSource() instanceof UseCase) {
                    done = true;
                    try {
                        other.happen();
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                }
            }
        };
        context.addApplicationListener(once);
        try {
            return edit.call();
        } finally {
            context.removeApplicationListener(once);
        }
    }

    private void edits(String id, String title) throws Exception {
        MockHttpServletResponse answer =
                call(replaces("/api/projects/use-cases/" + id, AUTHOR, Bodies.with("title", "\"" + title + "\"")));
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    private UseCase useCase(String id) {
        return java.util.Objects.requireNonNull(store.findById(id, UseCase.class));
    }
}
