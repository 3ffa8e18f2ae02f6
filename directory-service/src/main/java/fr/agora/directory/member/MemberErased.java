package fr.agora.directory.member;

import org.jspecify.annotations.Nullable;

/**
 * The person is no longer known to the directory: whatever else was kept of them ends, goes or becomes anonymous now.
 * Published inside the directory once the profile is a tombstone; it may come twice.
 *
 * @param accountId absent where nobody had claimed the profile
 */
public record MemberErased(String memberId, @Nullable String accountId) {}
