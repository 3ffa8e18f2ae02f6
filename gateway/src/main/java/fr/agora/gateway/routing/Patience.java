package fr.agora.gateway.routing;

/** The requests that may stay silent for minutes: imports by the API or a page, and the operators' commands. */
final class Patience {

    private Patience() {}

    static boolean isNeededBy(String path) {
        return path.startsWith("/api/")
                ? path.contains("/imports/") || path.contains("/rebuilds") || path.contains("/admin/")
                : path.endsWith("/importer");
    }
}
