package fr.agora.projects.credit.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.credit.Credit;
import fr.agora.projects.credit.CreditState;
import fr.agora.projects.credit.Crediting;
import fr.agora.projects.usecase.UseCaseWriting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Credits for programs. */
@Tag(name = "credits")
@RestController
class CreditApi {

    private static final int LONGEST_WORDS = 200;

    private final Crediting crediting;
    private final UseCaseWriting useCases;

    CreditApi(Crediting crediting, UseCaseWriting useCases) {
        this.crediting = crediting;
        this.useCases = useCases;
    }

    /** @param member id of a member of the directory */
    record Proposal(@Nullable String member, @Nullable String role) {}

    record View(
            String id,
            String member,
            @Nullable String name,
            String role,
            CreditState state,
            @Nullable LocalDate acceptedOn) {

        static View of(Credit credit, @Nullable String name) {
            return new View(credit.id(), credit.memberId(), name, credit.role(), credit.state(), credit.acceptedOn());
        }
    }

    record OwnView(String id, String useCase, String title, String url, String role, CreditState state) {}

    record Candidate(String id, String name) {}

    @Operation(summary = "Who had a part in it and accepted to be named")
    @GetMapping("/api/projects/use-cases/{idOrSlug}/credits")
    List<View> list(@PathVariable String idOrSlug, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        return crediting.shown(useCases.visible(reader, idOrSlug), reader.isPresent()).stream()
                .map(each -> View.of(each.credit(), each.person().orElseThrow().name()))
                .toList();
    }

    @Operation(summary = "Proposes to name a member; those who may edit the use case only")
    @PostMapping("/api/projects/use-cases/{idOrSlug}/credits")
    @ResponseStatus(HttpStatus.CREATED)
    View propose(
            @PathVariable String idOrSlug,
            @RequestBody Proposal proposal,
            @Parameter(hidden = true) CurrentUser author) {
        return View.of(crediting.propose(author, idOrSlug, proposal.member(), proposal.role()), null);
    }

    @Operation(summary = "What names the caller, or asks to")
    @GetMapping("/api/projects/credits/mine")
    List<OwnView> mine(@Parameter(hidden = true) CurrentUser user) {
        return crediting.own(user).stream()
                .map(each -> new OwnView(
                        each.credit().id(),
                        each.useCase().id(),
                        each.useCase().content().title(),
                        each.useCase().url(),
                        each.credit().role(),
                        each.credit().state()))
                .toList();
    }

    @Operation(summary = "The caller accepts to be named")
    @PostMapping("/api/projects/credits/{id}/accept")
    View accept(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return View.of(crediting.accept(user, id), null);
    }

    @Operation(summary = "The caller does not want to be named")
    @PostMapping("/api/projects/credits/{id}/decline")
    View decline(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return View.of(crediting.decline(user, id), null);
    }

    @Operation(summary = "Takes a credit back; the person, those who may edit the use case, moderators")
    @PostMapping("/api/projects/credits/{id}/withdraw")
    View withdraw(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return View.of(crediting.withdraw(user, id), null);
    }

    @Operation(summary = "Members that may be proposed, by the beginnings of their names")
    @GetMapping("/api/projects/people")
    List<Candidate> people(@RequestParam String q, @Parameter(hidden = true) CurrentUser user) {
        if (q.length() > LONGEST_WORDS) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "q");
        }
        return crediting.candidates(q).stream()
                .filter(each -> each.name() != null)
                .map(each -> new Candidate(each.id(), String.valueOf(each.name())))
                .toList();
    }
}
