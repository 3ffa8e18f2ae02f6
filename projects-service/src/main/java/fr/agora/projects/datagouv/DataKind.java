package fr.agora.projects.datagouv;

/** What data.gouv.fr lists; the API's names of them are in udata's documentation. */
public enum DataKind {
    DATASET("datasets"),
    DATASERVICE("dataservices");

    private final String path;

    DataKind(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
