package fr.agora.projects.usecase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use case as a client or a form writes it.
 *
 * @param slug its address; absent: made from the title
 * @param audience whose life it changes; needed for publication
 * @param whatChanges for them, in plain words; needed for publication
 * @param description Markdown
 * @param phase absent: {@code IDEA}
 * @param indicators one complete one is needed for publication
 * @param blocks its bricks
 * @param organizations ids of the directory, or {@code {"id"}}
 * @param territories codes such as {@code DEP-75}, or {@code {"code", "label"}}
 * @param skills codes of the vocabulary or free words
 * @param themes codes or names of the vocabulary, or free words
 * @param repository address of its code, {@code https://…}
 * @param website where its users find it
 * @param visibility {@code PUBLIC} (also when absent) or {@code AGENTS}
 */
public record UseCaseRequest(
        @NotBlank(message = "field.required") @Size(max = 300, message = "field.too-long") @Nullable
        String title,

        @Size(max = 100, message = "field.too-long") @Nullable
        String slug,

        @NotBlank(message = "field.required") @Size(max = 1000, message = "field.too-long") @Nullable
        String pitch,

        @Size(max = 500, message = "field.too-long") @Nullable
        String audience,

        @Size(max = 1000, message = "field.too-long") @Nullable
        String whatChanges,

        @Size(max = 50_000, message = "field.too-long") @Nullable
        String description,

        @Nullable Phase phase,

        @Size(max = 20, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") WrittenIndicator> indicators,

        @Size(max = 30, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") WrittenBlock> blocks,

        @Size(max = 30, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") Word> organizations,

        @Size(max = 30, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") Word> territories,

        @Size(max = 40, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") Word> skills,

        @Size(max = 20, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") Word> themes,

        @Size(max = 500, message = "field.too-long") @Nullable
        String repository,

        @Size(max = 500, message = "field.too-long") @Nullable
        String website,

        @Valid @Nullable WrittenOriginality originality,

        @Nullable Visibility visibility) {

    /**
     * What the author was shown before writing a new use case; read at its creation only.
     *
     * @param considered identifiers of use cases
     * @param reason why none of them would do; needed where some were shown
     */
    public record WrittenOriginality(
            @Size(max = 20, message = "field.too-many") @Nullable
            List<@NotNull(message = "field.required") String> considered,

            @Size(max = 1000, message = "field.too-long") @Nullable
            String reason) {}

    /**
     * A measure; a draft may lack any part of it.
     *
     * @param measuredOn a day such as {@code 2026-09-30}; a text, so that a form gets back what was typed
     */
    public record WrittenIndicator(
            @Size(max = 300, message = "field.too-long") @Nullable
            String label,

            @Size(max = 200, message = "field.too-long") @Nullable
            String before,

            @Size(max = 200, message = "field.too-long") @Nullable
            String after,

            @Size(max = 60, message = "field.too-long") @Nullable
            String unit,

            @Size(max = 40, message = "field.too-long") @Nullable
            String measuredOn,

            @Size(max = 300, message = "field.too-long") @Nullable
            String source) {}

    /**
     * A brick.
     *
     * @param id of one that exists; absent: a new one
     * @param licence SPDX expression, such as {@code EUPL-1.2 OR MIT}
     * @param access absent: {@code ON_REQUEST}
     * @param maintainer organisation that looks after it
     * @param documentation address of its documentation
     * @param repository address of its code
     * @param dependsOn identifiers or page addresses of bricks it needs, or names of its siblings
     */
    public record WrittenBlock(
            @Size(max = 200, message = "field.too-long") @Nullable
            String id,

            @NotBlank(message = "field.required") @Size(max = 300, message = "field.too-long") @Nullable
            String name,

            @NotNull(message = "field.required") @Nullable BlockKind kind,

            @Size(max = 1000, message = "field.too-long") @Nullable
            String summary,

            @Size(max = 200, message = "field.too-long") @Nullable
            String licence,

            @Nullable BlockAccess access,

            @Valid @Nullable Word maintainer,

            @Size(max = 500, message = "field.too-long") @Nullable
            String documentation,

            @Size(max = 500, message = "field.too-long") @Nullable
            String repository,

            @Size(max = 20, message = "field.too-many") @Nullable
            List<@NotNull(message = "field.required") @Size(max = 300, message = "field.too-long") String> dependsOn) {}
}
