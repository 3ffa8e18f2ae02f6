package fr.agora.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files shaped like the open data of « Choisir le service public », with invented rows. */
final class CspFile {

    static final List<String> COLUMNS = List.of(
            "Organisme de rattachement",
            "Référence",
            "Intitulé du poste",
            "Employeur",
            "Versant",
            "Catégorie",
            "Nature de l'emploi",
            "Nature de contrat",
            "Durée du contrat",
            "Métier",
            "Spécialisation",
            "Statut du poste",
            "Niveau d'études",
            "Niveau d'expérience min. requis",
            "Temps Plein",
            "Management",
            "Télétravail",
            "Langues",
            "Niveaux",
            "Compétences attendues",
            "Documents à transmettre",
            "Localisation du poste",
            "Lieu d'affectation",
            "Lieu d'affectation (sans géolocalisation)",
            "Avis de vacances au JO",
            "Date de vacance de l'emploi",
            "Durée du poste",
            "Date de première publication",
            "Date de début de publication par défaut",
            "Date de fin de publication par défaut");

    static final Row DATA_SCIENTIST = new Row(new LinkedHashMap<>())
            .with("Organisme de rattachement", "Ministère de l’Exemple")
            .with("Référence", "2026-1001")
            .with("Intitulé du poste", "Data scientist (F/H)")
            .with("Versant", "Fonction publique de l'État")
            .with("Catégorie", "Catégorie A (cadre)")
            .with("Nature de l'emploi", "Emploi ouvert aux titulaires et aux contractuels")
            .with("Nature de contrat", "CDD de 3 ans")
            .with("Métier", "Data scientist")
            .with("Télétravail", "Oui")
            .with(
                    "Compétences attendues",
                    "Python\nplusieurs \"lignes\" de texte; et\nrecrutement@exemple.exemple ou 06 12 34 56 78")
            .with("Localisation du poste", "Île-de-France, Paris (75)")
            .with("Lieu d'affectation", "1 rue de l’Exemple 75007 Paris")
            .with("Date de première publication", "01/11/2026")
            .with("Date de début de publication par défaut", "01/11/2026")
            .with("Date de fin de publication par défaut", "31/12/9999");

    private CspFile() {}

    /** The cells of one row by their columns. */
    record Row(Map<String, String> cells) {

        Row with(String column, String cell) {
            Map<String, String> changed = new LinkedHashMap<>(cells);
            changed.put(column, cell);
            return new Row(changed);
        }

        String written() {
            return COLUMNS.stream()
                    .map(column -> "\"" + cells.getOrDefault(column, "").replace("\"", "\"\"") + "\"")
                    .collect(Collectors.joining(";"));
        }
    }

    static String of(Row... rows) {
        return Stream.concat(
                        Stream.of(String.join(";", COLUMNS)), Stream.of(rows).map(Row::written))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
