package fr.agora.jobs.offer.web;

import fr.agora.platform.ui.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new or stored offer.
 *
 * @param action where it is sent
 * @param cancel where giving up leads
 * @param published whether others see it already, so that saving is telling
 * @param employer for whom it is written, where that cannot be chosen
 * @param places how many territories can be given
 * @param trades of the ROME
 * @param contacts mandates that may answer questions
 * @param completes whether addresses are completed while they are typed
 */
public record OfferFormPage(
        String heading,
        String action,
        String cancel,
        boolean published,
        @Nullable String employer,
        int places,
        List<Choice> territories,
        List<Choice> families,
        List<Choice> contractTypes,
        List<Choice> seniorities,
        List<Choice> visibilities,
        List<Choice> useCases,
        List<Choice> trades,
        List<Choice> categories,
        List<Choice> versants,
        List<Choice> accesses,
        List<Choice> labs,
        List<Choice> contacts,
        boolean completes,
        String today) {}
