package fr.agora.projects.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a project must have looked at before the RSSI is asked; a version is never changed, the next one replaces it.
 *
 * @param version from 1 on
 * @param since absent for the first, which came with the software
 */
@Document("security_checklists")
public record SecurityChecklist(
        @Id int version, List<String> items, @Nullable Instant since) {

    static final int MOST_ITEMS = 50;
    static final int LONGEST_ITEM = 500;

    public SecurityChecklist {
        items = List.copyOf(items);
    }

    static final SecurityChecklist FIRST = new SecurityChecklist(
            1,
            List.of(
                    "Les données traitées sont inventoriées, et leur sensibilité est qualifiée.",
                    "Un responsable de la sécurité est désigné dans l’équipe.",
                    "L’analyse de risques est faite, et les risques restants sont acceptés par écrit.",
                    "L’hébergement convient à la sensibilité des données.",
                    "Les accès sont nominatifs, limités au besoin, et revus au moins une fois par an.",
                    "Les secrets ne sont ni dans le code ni dans les journaux.",
                    "Les dépendances sont à jour, et leurs failles connues sont suivies.",
                    "Les journaux permettent de comprendre un incident sans contenir de données personnelles.",
                    "Les sauvegardes sont faites, et une restauration a été essayée.",
                    "Un point de contact et une procédure existent pour signaler une faille ou un incident.",
                    "L’homologation de sécurité est prononcée ou planifiée."),
            null);
}
