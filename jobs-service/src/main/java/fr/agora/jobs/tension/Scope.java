package fr.agora.jobs.tension;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which offers somebody looks at.
 *
 * @param ministries those whose offers are seen; null: all
 * @param boards whether offers of other job boards, whose employer is unknown here, count as well
 */
public record Scope(@Nullable Set<String> ministries, boolean boards) {}
