package fr.agora.directory.site.contact;

import fr.agora.directory.contact.ContactAnswer;
import fr.agora.directory.contact.ContactCard;
import fr.agora.directory.contact.ContactFinder;
import fr.agora.directory.contact.ContactQuestion;
import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateAuthority;
import fr.agora.directory.mandate.MandateLife;
import fr.agora.directory.mandate.MandateWords;
import fr.agora.directory.mandate.Term;
import fr.agora.directory.member.Members;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.Organizations;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.directory.site.FormCheck;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** « Qui est mon contact données ? », and the page and card of each contact. */
@Controller
class ContactPages {

    private static final int SUGGESTED = 8;
    private static final MediaType VCARD = new MediaType("text", "vcard", StandardCharsets.UTF_8);

    /** The question's fields, as the form names them. */
    private static final Map<String, String> TYPED_AS =
            Map.of("organization", "organisme", "siret", "organisme", "commune", "lieu", "topic", "theme");

    private final ContactFinder finder;
    private final ContactCard card;
    private final Organizations organizations;
    private final MandateLife life;
    private final MandateAuthority authority;
    private final MandateWords words;
    private final HolderNames names;
    private final Members members;
    private final Vocabularies vocabularies;
    private final FormCheck check;
    private final Clock clock;

    ContactPages(
            ContactFinder finder,
            ContactCard card,
            Organizations organizations,
            MandateLife life,
            MandateAuthority authority,
            MandateWords words,
            HolderNames names,
            Members members,
            Vocabularies vocabularies,
            FormCheck check,
            Clock clock) {
        this.finder = finder;
        this.card = card;
        this.organizations = organizations;
        this.life = life;
        this.authority = authority;
        this.words = words;
        this.names = names;
        this.members = members;
        this.vocabularies = vocabularies;
        this.check = check;
        this.clock = clock;
    }

    @GetMapping("/contact-donnees")
    String ask(
            @RequestParam(name = "organisme", required = false) @Nullable String organization,
            @RequestParam(name = "siret", required = false) @Nullable String siret,
            @RequestParam(name = "lieu", required = false) @Nullable String place,
            @RequestParam(name = "theme", required = false) @Nullable String topic,
            Optional<CurrentUser> reader,
            Page page,
            Model model,
            HttpServletResponse response) {
        boolean asked = organization != null || siret != null || place != null || topic != null;
        String typed = Objects.requireNonNullElse(asked ? organization : own(reader), "")
                .strip();
        Form form = Form.of(values(typed, place, topic));
        List<Organization> meant = typed.isEmpty() ? List.of() : organizations.meant(typed, SUGGESTED);
        @Nullable ContactAnswer answer = null;
        if (meant.size() > 1 || (meant.isEmpty() && !typed.isEmpty())) {
            form.named("organisme", page.t("contact.field.organization"));
            form.reject(
                    "organisme",
                    meant.isEmpty() ? page.t("organization.typed.none", typed) : page.t("contact.several"));
        } else if (asked || !meant.isEmpty()) {
            @Nullable String id = meant.isEmpty() ? null : meant.getFirst().id();
            if (id != null) {
                form = Form.of(values(meant.getFirst().name(), place, topic));
            }
            answer = answer(new ContactQuestion(id, siret, place, topic), reader, form, page);
        }
        if (form.hasErrors()) {
            response.setStatus(422);
        }
        model.addAttribute("form", form);
        model.addAttribute(
                "finder", new FinderPage(form, topics(), answer, answer == null ? meant : List.of(), page.loggedIn()));
        return "contact/finder";
    }

    private @Nullable ContactAnswer answer(
            ContactQuestion question, Optional<CurrentUser> reader, Form form, Page page) {
        try {
            return finder.find(question, reader);
        } catch (ProblemException refused) {
            check.refuse(refused, TYPED_AS, form, page);
            return null;
        }
    }

    /** Where the reader works, so that the first visit answers already. */
    private @Nullable String own(Optional<CurrentUser> reader) {
        return reader.map(CurrentUser::organization)
                .flatMap(organizations::published)
                .map(Organization::id)
                .orElse(null);
    }

    private static Map<String, Object> values(
            @Nullable String organization, @Nullable String place, @Nullable String topic) {
        Map<String, Object> values = new HashMap<>();
        values.put("organisme", Objects.requireNonNullElse(organization, ""));
        values.put("lieu", Objects.requireNonNullElse(place, ""));
        values.put("theme", Objects.requireNonNullElse(topic, ""));
        return values;
    }

    private List<Choice> topics() {
        return vocabularies.themes().all().stream()
                .map(theme -> Choice.of(theme.code(), theme.label()))
                .toList();
    }

    /** What the field of organisations proposes while somebody types. */
    @GetMapping("/contact-donnees/suggestions")
    String suggest(@RequestParam(name = "organisme", defaultValue = "") String typed, Model model) {
        model.addAttribute("meant", typed.strip().length() < 2 ? List.of() : organizations.meant(typed, SUGGESTED));
        return "contact/suggestions";
    }

    @GetMapping("/contact-donnees/{id}")
    String one(@PathVariable String id, Optional<CurrentUser> reader, Page page, Model model) {
        Mandate mandate = life.visible(id, reader);
        LocalDate today = Term.today(clock);
        model.addAttribute(
                "point",
                new PointPage(
                        mandate,
                        words.role(mandate, page.locale()),
                        mandate.state(today),
                        mandate.isContact(today),
                        names.visibleTo(members.reader(reader), List.of(mandate))
                                .get(mandate.holderId()),
                        reader.filter(user -> authority.mayManage(user, mandate))
                                        .isPresent()
                                && !mandate.state(today).isOver(),
                        reader.filter(user -> authority.holds(user, mandate)).isPresent()));
        return "contact/point";
    }

    @GetMapping("/contact-donnees/{id}/contact.vcf")
    ResponseEntity<byte[]> card(@PathVariable String id, Optional<CurrentUser> reader, Page page) {
        Mandate mandate = life.visible(id, reader);
        return ResponseEntity.ok()
                .contentType(VCARD)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("contact-" + mandate.organization().id() + ".vcf")
                                .build()
                                .toString())
                .body(card.of(mandate, page.locale()).getBytes(StandardCharsets.UTF_8));
    }
}
