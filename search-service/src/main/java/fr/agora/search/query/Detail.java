package fr.agora.search.query;

/** How much is told of what is found: marks and counts cost about as much as finding. */
public enum Detail {
    /** The hits and how many there are. */
    LIST,
    /** With the marks of each hit and the counts of each facet, as a page shows them. */
    PAGE,
    /** The same, and why each hit was found. */
    EXPLAINED
}
