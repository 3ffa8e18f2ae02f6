package fr.agora.directory.member;

import org.jspecify.annotations.Nullable;

/** A skill a member claims. */
public record Skill(String code, String label, @Nullable Level level) {}
