package fr.agora.directory.member;

/**
 * One reason of a peer's place.
 *
 * @param code of a text {@code peer.why.<code>}
 * @param about what fills the text, empty where nothing does
 * @param text in the reader's language
 */
public record PeerReason(String code, String about, String text) {}
