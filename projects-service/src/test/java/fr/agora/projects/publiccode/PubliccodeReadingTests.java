package fr.agora.projects.publiccode;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.projects.usecase.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** publiccode.yml as it is found in the wild. */
class PubliccodeReadingTests {

    private static final String OLD = """
            publiccodeYmlVersion: '%s'
            name: Haies
            url: https://forge.exemple/equipe/haies.git
            landingURL: https://haies.exemple
            releaseDate: 2024-02-30
            developmentStatus: stable
            softwareType: "standalone/web"
            platforms: [web]
            categories: [agriculture]
            usedBy: [Une préfecture]
            description:
              en:
                shortDescription: Counts hedges.
              fr:
                localisedName: Compter les haies
                genericName: Comptage
                shortDescription: Compte les haies vues du ciel.
                longDescription: >
                  Une première phrase.
                features:
                  - Repère une haie
                  - Mesure sa longueur
                documentation: https://haies.exemple/doc
            legal:
              license: eupl-1.2
              repoOwner: Une direction
            maintenance:
              type: internal
              contacts:
                - name: Nadia Ferrand
                  email: nadia@direction.exemple
            localisation:
              localisationReady: no
              availableLanguages: [fr]
            """;

    @ParameterizedTest
    @ValueSource(strings = {"0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.4.0"})
    void everyVersionIsRead(String version) {
        Publiccode read = PubliccodeReading.read(OLD.formatted(version));

        assertThat(read.name()).isEqualTo("Compter les haies");
        assertThat(read.pitch()).isEqualTo("Compte les haies vues du ciel.");
        assertThat(read.description()).contains("Une première phrase.", "- Mesure sa longueur");
        assertThat(read.phase()).isEqualTo(Phase.LIVE);
        assertThat(read.licence()).isEqualTo("EUPL-1.2");
        assertThat(read.repository()).isEqualTo("https://forge.exemple/equipe/haies.git");
        assertThat(read.documentation()).isEqualTo("https://haies.exemple/doc");
        assertThat(read.notUnderstood()).extracting(Publiccode.Note::field).containsExactly("usedBy", "contacts");
        assertThat(read.toString()).doesNotContain("Nadia", "nadia@");
    }

    @Test
    void whatIsOddIsNamedAndTheRestIsRead() {
        Publiccode read = PubliccodeReading.read("""
                publiccodeYmlVersion: 2.0
                name: A
                url: javascript:alert(1)
                developmentStatus: bientot
                inconnu: 1
                description: {de: {shortDescription: Hecken}}
                legal: {license: MIT-ish, autre: x}
                maintenance: rien
                """);

        assertThat(read.name()).isEqualTo("A");
        assertThat(read.pitch()).isEqualTo("Hecken");
        assertThat(read.licence()).isNull();
        assertThat(read.repository()).isNull();
        assertThat(read.notUnderstood())
                .extracting(note -> note.field() + " " + note.reason())
                .containsExactly(
                        "publiccodeYmlVersion version",
                        "developmentStatus value",
                        "url link",
                        "legal.license licence",
                        "inconnu unknown",
                        "legal.autre unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/equipe/haies, https://raw.githubusercontent.com/equipe/haies/HEAD/publiccode.yml",
        "https://github.com/equipe/haies.git, https://raw.githubusercontent.com/equipe/haies/HEAD/publiccode.yml",
        "https://github.com/equipe/haies/blob/main/a/publiccode.yml, https://raw.githubusercontent.com/equipe/haies/main/a/publiccode.yml",
        "https://gitlab.exemple/groupe/sous/haies/, https://gitlab.exemple/groupe/sous/haies/-/raw/HEAD/publiccode.yml",
        "https://forge.exemple/groupe/haies/-/tree/main, https://forge.exemple/groupe/haies/-/raw/HEAD/publiccode.yml",
        "https://codeberg.org/equipe/haies, https://codeberg.org/api/v1/repos/equipe/haies/raw/publiccode.yml",
        "https://forge.exemple/x/publiccode.yml, https://forge.exemple/x/publiccode.yml",
        "n’importe quoi, n’importe quoi"
    })
    void aRepositoryLeadsToItsFile(String typed, String place) {
        assertThat(ForgeLocations.of(typed)).first().isEqualTo(place);
    }
}
