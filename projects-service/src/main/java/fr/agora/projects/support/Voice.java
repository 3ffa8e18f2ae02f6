package fr.agora.projects.support;

/** In what capacity somebody wrote or acted; shown instead of a name. */
public enum Voice {
    ADMINISTRATION,
    AMDAC,
    DESK,
    /** Of somebody who asked to be erased. */
    ERASED
}
