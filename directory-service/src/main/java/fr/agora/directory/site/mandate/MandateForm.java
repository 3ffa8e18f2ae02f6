package fr.agora.directory.site.mandate;

import fr.agora.directory.mandate.MandateDraft;
import fr.agora.directory.mandate.MandateDraft.ActDraft;
import fr.agora.directory.mandate.MandateDraft.ScopeDraft;
import fr.agora.directory.mandate.MandateRole;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appointment or a handing over as typed. */
public record MandateForm(
        @Nullable String role,
        @Nullable String person,
        @Nullable String organization,
        @Nullable String territory,
        @Nullable List<String> topics,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String act,
        @Nullable String actDate) {

    MandateDraft draft(MandateRole wanted, String holder, String organizationId, Form form, Page page) {
        return new MandateDraft(
                wanted,
                null,
                holder,
                organizationId,
                new ScopeDraft(
                        List.of(),
                        territory == null || territory.isBlank() ? List.of() : List.of(territory),
                        topics == null ? List.of() : topics),
                day("startsOn", startsOn, form, page),
                day("endsOn", endsOn, form, page),
                actDraft(form, page));
    }

    ActDraft actDraft(Form form, Page page) {
        return new ActDraft(act, day("actDate", actDate, form, page));
    }

    static @Nullable LocalDate day(String field, @Nullable String typed, Form form, Page page) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException wrong) {
            form.named(field, page.t("field." + field));
            form.reject(field, page.t("mandate.date.wrong"));
            return null;
        }
    }
}
