package fr.agora.search.alert;

import java.util.List;

/** What the directory is asked to tell: no title of anything found, since it may be hidden again by then. */
record Notice(String id, List<Recipient> recipients, String kind, Text title, Text text, String url) {

    record Recipient(String accountId) {}

    record Text(String fr, String en) {}

    static Notice of(String id, String account, int news) {
        var title = news == 1
                ? new Text("Une nouveauté pour une de vos alertes", "Something new for one of your alerts")
                : new Text(
                        "%d nouveautés pour une de vos alertes".formatted(news),
                        "%d new results for one of your alerts".formatted(news));
        return new Notice(
                id,
                List.of(new Recipient(account)),
                "ALERT",
                title,
                new Text(
                        "Une offre ou un cas d’usage correspond à une recherche que vous suivez.",
                        "A job offer or a use case matches a search you follow."),
                "/alertes");
    }
}
