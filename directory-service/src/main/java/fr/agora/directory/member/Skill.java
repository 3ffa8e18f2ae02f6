package fr.agora.directory.member;

import org.jspecify.annotations.Nullable;

/**
 * A skill a member claims.
 *
 * @param evidence address of something that bears it out
 * @param category of the vocabulary: skills near one another share it
 */
public record Skill(
        String code,
        String label,
        @Nullable Level level,
        @Nullable String evidence,
        @Nullable String category) {}
