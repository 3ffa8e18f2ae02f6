package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.agora.projects.usecase.UseCase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Bricks that need one another, who looks after them, and how they are found. */
class BrickTests extends RunningService {

    private static final String ALL = "/api/projects/use-cases/";

    @Test
    void aBrickNamesWhatItNeedsHereAndElsewhere() throws Exception {
        String model = brick(published(OTHER_AUTHOR, bricks("{\"name\":\"Modèle\",\"kind\":\"MODEL\"}")), 0);

        String id = published(AUTHOR, bricks("""
                {"name":"Chaîne","kind":"PIPELINE","dependsOn":["données annotées","http://agora.exemple/briques/%s"],
                 "maintainer":"dinum","documentation":"https://doc.exemple/chaine","licence":"mit"},
                {"name":"Données annotées","kind":"TRAINING_DATA"}""".formatted(model)));

        assertThat(useCase(id).content().blocks().getFirst().dependsOn()).containsExactly(brick(id, 1), model);
        String page = call(get("/briques/" + brick(id, 0))).getContentAsString();
        assertThat(page).contains("Elle s’appuie sur", ">Modèle</a>", "Entretenue par", "https://doc.exemple/chaine");
        assertThat(call(get("/briques/" + model)).getContentAsString()).contains("S’appuient sur elle", ">Chaîne</a>");
        MockHttpServletResponse unknown = call(writes(
                "/api/projects/use-cases",
                AUTHOR,
                bricks("{\"name\":\"A\",\"kind\":\"MODEL\",\"dependsOn\":[\"brk-absente\"]}")));
        assertThat(body(unknown).path("errors").findValuesAsString("field")).containsExactly("blocks[0].dependsOn");
    }

    @Test
    void aHiddenBrickIsNotFoundByThoseWhoNameIt() throws Exception {
        String hidden = brick(draft(OTHER_AUTHOR, bricks("{\"name\":\"Secrète\",\"kind\":\"MODEL\"}")), 0);

        assertThat(call(writes("/api/projects/use-cases", AUTHOR, needing("A", hidden)))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void aCircleIsRefusedWithItsPath() throws Exception {
        MockHttpServletResponse own = call(writes("/api/projects/use-cases", AUTHOR, bricks("""
                {"name":"Poule","kind":"MODEL","dependsOn":["Œuf"]},{"name":"Œuf","kind":"MODEL","dependsOn":["Poule"]}""")));
        assertThat(own.getStatus()).isEqualTo(422);
        assertThat(message(own)).contains("Poule → Œuf → Poule");

        String first = published(AUTHOR, bricks("{\"name\":\"Un\",\"kind\":\"MODEL\"}"));
        String second = published(OTHER_AUTHOR, needing("Deux", brick(first, 0)));
        String third = published(OTHER_AUTHOR, needing("Trois", brick(second, 0)));
        MockHttpServletResponse refused = call(replaces(ALL + first, AUTHOR, needing(first, "Un", brick(third, 0))));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(message(refused)).contains("Un → Trois → Deux → Un");
        assertThat(call(replaces(ALL + first, AUTHOR, needing(first, "Un", brick(first, 0))))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void twoWritersAtOnceMakeNoCircle() throws Exception {
        for (int round = 0; round < 10; round++) {
            String one = published(AUTHOR, bricks("{\"name\":\"Un\",\"kind\":\"MODEL\"}"));
            String two = published(OTHER_AUTHOR, bricks("{\"name\":\"Deux\",\"kind\":\"MODEL\"}"));
            String onto = needing(one, "Un", brick(two, 0));
            String back = needing(two, "Deux", brick(one, 0));

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = threads.submit(
                        () -> call(replaces(ALL + one, AUTHOR, onto)).getStatus());
                var second = threads.submit(
                        () -> call(replaces(ALL + two, OTHER_AUTHOR, back)).getStatus());
                assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(200, 422);
            }
        }
    }

    @Test
    void bricksAreFilteredByKindAccessLicenceThemeAndWords() throws Exception {
        published(AUTHOR, bricks("""
                {"name":"Ouverte","kind":"MODEL","licence":"MIT","access":"OPEN"},
                {"name":"Fermée","kind":"MODEL","licence":"EUPL-1.2","access":"INTERNAL"},
                {"name":"Méthode","kind":"METHOD","licence":"MIT","access":"INTERNAL"}"""));

        assertThat(names("kind=MODEL&access=INTERNAL")).containsExactly("Fermée");
        assertThat(names("licence=mit")).containsExactly("Ouverte", "Méthode");
        assertThat(names("licence=mit&access=ON_REQUEST")).isEmpty();
        assertThat(names("theme=transition-ecologique&q=haie")).hasSize(3);
        assertThat(names("theme=sante")).isEmpty();
        assertThat(call(get("/briques?kind=METHOD")).getContentAsString())
                .contains("Méthode")
                .doesNotContain("Fermée");
    }

    @Test
    void anAddressThatIsNoneIsRefused() throws Exception {
        MockHttpServletResponse refused = call(writes(
                "/api/projects/use-cases",
                AUTHOR,
                Bodies.with(
                        bricks(
                                "{\"name\":\"A\",\"kind\":\"MODEL\",\"documentation\":\"javascript:alert(1)\",\"maintainer\":\"inconnue\"}"),
                        "repository",
                        "\"ftp://depot.exemple\"")));

        assertThat(body(refused).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("blocks[0].documentation", "blocks[0].maintainer", "repository");
    }

    private List<String> names(String query) throws Exception {
        return body(call(reads("/api/projects/blocks?" + query)))
                .path("items")
                .valueStream()
                .map(each -> each.path("name").asString())
                .toList();
    }

    private String message(MockHttpServletResponse answer) throws Exception {
        return body(answer).path("errors").path(0).path("message").asString();
    }

    private static String bricks(String blocks) {
        return Bodies.with("blocks", "[" + blocks + "]");
    }

    private static String needing(String name, String other) {
        return bricks("{\"name\":\"" + name + "\",\"kind\":\"MODEL\",\"dependsOn\":[\"" + other + "\"]}");
    }

    private String needing(String useCase, String name, String other) {
        return bricks("{\"id\":\"" + brick(useCase, 0) + "\",\"name\":\"" + name
                + "\",\"kind\":\"MODEL\",\"dependsOn\":[\"" + other + "\"]}");
    }

    private String brick(String useCase, int index) {
        return useCase(useCase).content().blocks().get(index).id();
    }

    private UseCase useCase(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }
}
