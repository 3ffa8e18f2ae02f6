package fr.agora.projects.mandates;

/** What somebody is appointed to be; a role of a later version of the directory is none of these. */
enum MandateRole {
    AGD,
    AMDAC,
    AMDAC_DELEGATE,
    DATALAB_HEAD,
    RELAY,
    REGIONAL_REFERENT;

    /** Whether it reaches over a whole ministry. */
    boolean isMinisterial() {
        return this == AMDAC || this == AMDAC_DELEGATE;
    }

    /** Whether it vouches for what an organisation does with data. */
    boolean vouches() {
        return isMinisterial() || this == RELAY;
    }
}
