package fr.agora.jobs.offer;

import org.jspecify.annotations.Nullable;

/**
 * With whom, where exactly and by which way.
 *
 * @param address of the office, as one writes it on an envelope
 * @param labId the datalab of the post, an organisation
 * @param team Markdown
 * @param process how the recruitment goes, Markdown
 * @param contactMandateId who answers questions: a mandate of the directory, never a person's address
 * @param employerLabel the employer's name where a file gives nothing but that
 * @param originUrl where an imported offer was published first
 */
public record Circumstances(
        @Nullable String address,
        @Nullable String labId,
        @Nullable String team,
        @Nullable String process,
        @Nullable String contactMandateId,
        @Nullable String employerLabel,
        @Nullable String originUrl) {

    public static final Circumstances NONE = new Circumstances(null, null, null, null, null, null, null);
}
