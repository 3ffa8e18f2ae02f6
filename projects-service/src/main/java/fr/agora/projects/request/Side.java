package fr.agora.projects.request;

/** For whom somebody speaks in a thread: names are not shown. */
public enum Side {
    REQUESTER,
    OWNER,
    /** A relay or data officer of the requesting side. */
    OFFICER
}
