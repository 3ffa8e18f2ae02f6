package fr.agora.search.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of a profile shown to fewer readers than the rest of it. */
record RestrictedPart(
        String visibility,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable List<Reference> organizations,
        @Nullable List<Reference> ministries,
        @Nullable List<Reference> territories,
        @Nullable List<Reference> skills,
        @Nullable List<String> offers,
        @Nullable List<String> asks,
        @Nullable List<Reference> communities) {}
