package fr.agora.jobs.offer.web;

import fr.agora.jobs.address.Addresses;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.offer.OfferRequest;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.OfferWriting;
import fr.agora.jobs.offer.Word;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of those who recruit: a new offer, an offer to be changed. */
@Controller
class OfferFormPages {

    private final OfferAccess access;
    private final OfferWriting writing;
    private final OfferFormView view;
    private final Addresses addresses;

    OfferFormPages(OfferAccess access, OfferWriting writing, OfferFormView view, Addresses addresses) {
        this.addresses = addresses;
        this.access = access;
        this.writing = writing;
        this.view = view;
    }

    @GetMapping("/offres/nouvelle")
    String blank(CurrentUser author, Page page, Model model) {
        writing.checkRecruits(author);
        return show(Form.of(Map.of("visibility", "PUBLIC", "seniority", "ANY")), null, author, page, model);
    }

    @PostMapping("/offres/nouvelle")
    String create(
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        writing.checkRecruits(author);
        OfferForm form = new OfferForm(typed);
        boolean publish = publishes(form);
        return attempt(
                () -> writing.create(author, located(form.request(List.of())), publish),
                publish ? "publie" : "cree",
                form,
                null,
                author,
                page,
                model,
                response);
    }

    @GetMapping("/offres/{id}/modifier")
    String stored(@PathVariable String id, CurrentUser author, Page page, Model model) {
        Offer offer = access.editable(author, id);
        return show(Form.of(OfferForm.stored(offer)), offer, author, page, model);
    }

    @PostMapping("/offres/{id}/modifier")
    String edit(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        Offer offer = access.editable(author, id);
        OfferForm form = new OfferForm(typed);
        boolean publish = publishes(form);
        Supplier<Offer> save = () -> {
            String seen = form.text("seen");
            if (seen != null && !seen.equals(OfferForm.seen(offer))) {
                throw new OptimisticLockingFailureException("The offer changed since the form was shown: " + id);
            }
            return writing.edit(author, id, located(form.request(offer.content().territories())), publish);
        };
        return attempt(save, publish ? "publie" : "enregistre", form, offer, author, page, model, response);
    }

    /** An address chosen among those suggested says in which commune it is; any other is kept as typed. */
    private OfferRequest located(OfferRequest typed) {
        String address = typed.address();
        if (address == null || typed.territories() == null) {
            return typed;
        }
        return addresses
                .find(address)
                .map(known -> typed.in(new Word("COM-" + known.commune(), known.city())))
                .orElse(typed);
    }

    private String attempt(
            Supplier<Offer> save,
            String done,
            OfferForm typed,
            @Nullable Offer before,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        Map<String, Object> values = typed.values();
        try {
            Offer saved = save.get();
            boolean waits = saved.status() == OfferStatus.IN_REVIEW;
            return "redirect:" + saved.url() + "?fait=" + (waits ? "relecture" : done);
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            return show(view.refused(typed, refused.fields(), page), before, author, page, model);
        } catch (OptimisticLockingFailureException editedMeanwhile) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            if (before != null) {
                // sent again, it replaces what the other one wrote: the reader has been told
                values.put("seen", OfferForm.seen(access.editable(author, before.id())));
            }
            Form form = Form.of(values).reject("", page.t("offer.edited-meanwhile"));
            return show(form, before, author, page, model);
        }
    }

    private String show(Form form, @Nullable Offer offer, CurrentUser author, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("edit", view.of(offer, author, page));
        return "offers/edit";
    }

    private static boolean publishes(OfferForm form) {
        return "publish".equals(form.text("intent"));
    }
}
