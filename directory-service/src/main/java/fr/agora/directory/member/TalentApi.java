package fr.agora.directory.member;

import fr.agora.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person's answers about jobs, for programs. */
@RestController
@Tag(name = "Membres")
class TalentApi {

    private static final String PATH = "/api/directory/members/me/talent";

    private final TalentConsent consent;

    TalentApi(TalentConsent consent) {
        this.consent = consent;
    }

    @GetMapping(PATH)
    @Operation(summary = "What the caller consented to, and since when")
    TalentView mine(CurrentUser user) {
        return consent.of(user);
    }

    @PutMapping(PATH)
    @Operation(summary = "Gives and withdraws the caller's consents")
    TalentView answer(@Valid @RequestBody TalentAnswers answers, CurrentUser user) {
        return consent.answer(answers, user);
    }
}
