package fr.agora.directory.member;

import fr.agora.directory.cohort.ConsentKind;
import fr.agora.directory.lifecycle.ImportKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an import, read.
 *
 * @param account owner of the profile, absent while nobody has claimed it
 * @param confirmedAt absent: when it was first imported
 * @param consents given elsewhere before, with their dates
 * @param hiddenFrom identifiers of organisations besides their own
 */
record ImportedMember(
        String id,
        ImportKey key,
        MemberDraft draft,
        @Nullable String account,
        @Nullable Instant confirmedAt,
        Map<ConsentKind, Instant> consents,
        List<String> hiddenFrom,
        boolean published) {}
