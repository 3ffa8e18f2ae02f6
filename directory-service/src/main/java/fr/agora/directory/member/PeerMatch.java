package fr.agora.directory.member;

/** How near a peer comes to what was asked, the nearest first. */
public enum PeerMatch {
    /** All of it. */
    EXACT,
    /** The main part of it; what gave way is said. */
    PARTLY,
    /** Not the skill, one filed with it. */
    NEIGHBOUR,
    /** Nothing of it: somebody of the directory who may know. */
    OTHER
}
