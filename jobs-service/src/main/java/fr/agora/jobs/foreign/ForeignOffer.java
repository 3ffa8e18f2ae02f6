package fr.agora.jobs.foreign;

import fr.agora.jobs.offer.Circumstances;
import fr.agora.jobs.offer.Classification;
import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.PersonalContact;
import fr.agora.jobs.offer.Salary;
import fr.agora.jobs.offer.Seniority;
import fr.agora.jobs.offer.Visibility;
import fr.agora.jobs.reference.Territories;
import fr.agora.platform.text.Labelled;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer of another job board, in our words.
 *
 * @param reference what its source calls it
 * @param employer as written there, no organisation of ours
 * @param publishedOn when it appeared there
 * @param lastDay {@link OfferContent#NO_END} where there is none
 * @param changedOn tells variants of one reference apart: the newest wins
 */
record ForeignOffer(
        String reference,
        String title,
        String summary,
        @Nullable String description,
        @Nullable String employer,
        List<Labelled> territories,
        @Nullable String address,
        int remoteDays,
        List<ContractType> contracts,
        Labelled family,
        Seniority seniority,
        @Nullable Salary salary,
        @Nullable String salaryText,
        Classification classification,
        @Nullable String process,
        @Nullable String originUrl,
        LocalDate publishedOn,
        LocalDate lastDay,
        LocalDate changedOn) {

    /** Without the addresses and telephones of anybody. */
    OfferContent content() {
        return new OfferContent(
                PersonalContact.removedFrom(title),
                PersonalContact.removedFrom(summary),
                clean(description),
                null,
                Territories.withParents(territories),
                remoteDays,
                contracts,
                family,
                seniority,
                List.of(),
                List.of(),
                clean(salaryText),
                List.of(),
                lastDay,
                Visibility.PUBLIC,
                List.of(),
                salary,
                classification,
                new Circumstances(clean(address), null, null, clean(process), null, clean(employer), originUrl));
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : PersonalContact.removedFrom(text);
    }

    /** Equal for offers that say the same. */
    String digest() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
