package fr.agora.directory.notice;

/** What somebody is about to hear no more of, or hears no more of already. */
public record UnsubscribePage(Topic topic, boolean done, String action) {}
