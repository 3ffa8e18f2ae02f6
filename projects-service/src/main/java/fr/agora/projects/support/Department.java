package fr.agora.projects.support;

/** Who may work on a request: several together, one of them in the lead. */
public enum Department {
    ETALAB,
    OPI,
    RSSI,
    HOSTING,
    LEGAL
}
