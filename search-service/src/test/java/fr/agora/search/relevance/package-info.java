/**
 * Measures how well the search ranks, on any corpus with judged queries.
 *
 * <p>It fills a real index through the service's own reading of facts and asks the service's own questions.
 *
 * <p>It knows nothing of how a rank comes about: it only compares answers with what people judged.
 */
@NullMarked
package fr.agora.search.relevance;

import org.jspecify.annotations.NullMarked;
