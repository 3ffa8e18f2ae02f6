package fr.agora.directory.member;

import java.util.List;

/**
 * A peer and the reasons of their place.
 *
 * @param missing what was asked and is not true of them: {@code skill}, {@code words}, {@code topic}, {@code territory}
 * @param why the weightiest reason first
 */
public record Peer(MemberView member, PeerMatch match, List<String> missing, List<PeerReason> why) {}
