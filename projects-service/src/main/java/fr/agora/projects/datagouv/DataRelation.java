package fr.agora.projects.datagouv;

/** What a use case does with data. */
public enum DataRelation {
    USED,
    PRODUCED
}
