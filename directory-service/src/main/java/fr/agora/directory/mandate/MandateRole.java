package fr.agora.directory.mandate;

/** What a mandate entrusts; names as in the contract. */
public enum MandateRole {
    /** Administrateur général des données, des algorithmes et des codes sources: one, for the whole State. */
    AGD("amdac"),
    /** Administrateur ministériel des données, des algorithmes et des codes sources: one at a time per ministry. */
    AMDAC("amdac"),
    /** Acts for an AMDAC once they have accepted. */
    AMDAC_DELEGATE("amdac"),
    DATALAB_HEAD("datalab-heads"),
    RELAY("relays"),
    /** Référent données régional, at the prefect of the region. */
    REGIONAL_REFERENT("regional-referents");

    private final String network;

    MandateRole(String network) {
        this.network = network;
    }

    /** Code of the network its holder enters. */
    public String network() {
        return network;
    }

    /** Etalab appoints these; an AMDAC the others. */
    public boolean isInterministerial() {
        return this == AGD || this == AMDAC || this == REGIONAL_REFERENT;
    }
}
