package fr.agora.projects.credit;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.forms.Written;
import fr.agora.projects.notices.Notice;
import fr.agora.projects.notices.Notice.Recipient;
import fr.agora.projects.notices.Notice.Text;
import fr.agora.projects.people.People;
import fr.agora.projects.people.Person;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import fr.agora.projects.usecase.UseCases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Proposing, accepting, declining and withdrawing credits, by those who may. */
@Component
public class Crediting {

    private static final int LONGEST_ROLE = 120;
    private static final int MOST_PROPOSED = 10;

    private final Credits credits;
    private final People people;
    private final UseCases useCases;
    private final Press press;
    private final UseCaseWriting writing;
    private final Clock clock;

    Crediting(Credits credits, People people, UseCases useCases, UseCaseWriting writing, Press press, Clock clock) {
        this.press = press;
        this.credits = credits;
        this.people = people;
        this.useCases = useCases;
        this.writing = writing;
        this.clock = clock;
    }

    /** A credit with the person's name, where the reader may be shown one. */
    public record Named(Credit credit, Optional<Person> person) {}

    /** A proposal or a credit as the person it names sees it. */
    public record Own(Credit credit, UseCase useCase) {}

    /** Members somebody may propose, by the beginnings of their names. */
    public List<Person> candidates(String words) {
        return people.named(words, MOST_PROPOSED);
    }

    public Credit propose(CurrentUser author, String useCaseId, @Nullable String member, @Nullable String written) {
        UseCase useCase = writing.editable(author, useCaseId);
        List<FieldProblem> problems = new ArrayList<>();
        String role = Written.text("role", written, LONGEST_ROLE, problems);
        Optional<Person> person = member == null || member.isBlank()
                ? Optional.empty()
                : people.find(member.strip()).filter(each -> each.isVisibleTo(true));
        if (person.isEmpty()) {
            problems.add(
                    member == null || member.isBlank()
                            ? FieldProblem.of("member", "field.required")
                            : FieldProblem.of("member", "field.unknown", member.strip()));
        } else if (person.get().account() == null) {
            problems.add(FieldProblem.of("member", "credit.unclaimed"));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        if (credits.ofUseCase(useCase.id()).size() >= Credits.MOST) {
            throw CreditProblem.TOO_MANY_CREDITS.asException(Credits.MOST);
        }
        String account = person.map(Person::account).orElseThrow();
        Credit credit = Credit.proposed(
                OpaqueId.next("cr"), useCase.id(), person.get().id(), account, author.accountId(), role);
        credit.notify(
                Notice.of(
                        List.of(Recipient.account(account)),
                        "CREDIT_PROPOSED",
                        new Text("On propose de vous citer", "Somebody proposes to name you"),
                        new Text(
                                "Ceux qui décrivent un cas d’usage proposent de vous y citer. Rien ne s’affiche sans votre accord.",
                                "Those who describe a use case propose to name you in it. Nothing shows without your consent."),
                        "/cas-usage/mes-credits"),
                clock);
        try {
            return credits.save(credit);
        } catch (DuplicateKeyException another) {
            throw CreditProblem.CREDIT_ALREADY_PROPOSED.asException();
        }
    }

    public Credit accept(CurrentUser user, String id) {
        return change(user, id, (credit, useCase) -> {
            require(credit.isOf(user.accountId()));
            credit.accept(useCase, press, clock);
        });
    }

    public Credit decline(CurrentUser user, String id) {
        return change(user, id, (credit, useCase) -> {
            require(credit.isOf(user.accountId()));
            credit.decline();
        });
    }

    /** By the person, whenever they like; by those who write the use case, and moderators. */
    public Credit withdraw(CurrentUser user, String id) {
        return change(user, id, (credit, useCase) -> credit.withdraw(clock));
    }

    /** Accepted ones, with the names the reader may be shown; a person who may not be named to them is left out. */
    public List<Named> shown(UseCase useCase, boolean loggedIn) {
        return named(credits.ofUseCase(useCase.id()).stream()
                        .filter(each -> each.state() == CreditState.ACCEPTED)
                        .toList())
                .stream()
                .filter(each -> each.person()
                        .filter(person -> person.isVisibleTo(loggedIn))
                        .isPresent())
                .toList();
    }

    /** Open ones, for those who write the use case. */
    public List<Named> open(UseCase useCase) {
        return named(
                credits.ofUseCase(useCase.id()).stream().filter(Credit::isOpen).toList());
    }

    /** What names the account, or asks to. */
    public List<Own> own(CurrentUser user) {
        List<Credit> theirs = credits.ofAccount(user.accountId()).stream()
                .filter(Credit::isOpen)
                .toList();
        var about = useCases.byIds(theirs.stream().map(Credit::useCaseId).toList());
        List<Own> own = new ArrayList<>();
        for (Credit each : theirs) {
            UseCase useCase = about.get(each.useCaseId());
            if (useCase != null) {
                own.add(new Own(each, useCase));
            }
        }
        return own;
    }

    private List<Named> named(List<Credit> some) {
        var found = people.findAll(some.stream().map(Credit::memberId).toList());
        return some.stream()
                .map(each -> new Named(each, Optional.ofNullable(found.get(each.memberId()))))
                .toList();
    }

    private Credit change(CurrentUser user, String id, BiConsumer<Credit, UseCase> change) {
        return UseCases.withoutCollision(() -> {
            Credit credit = credits.find(id).orElseThrow(ProblemException::notFound);
            UseCase useCase = useCases.find(credit.useCaseId()).orElseThrow(ProblemException::notFound);
            if (!credit.isOf(user.accountId()) && !useCase.mayBeEditedBy(user) && !user.isModerator()) {
                // who is asked is nobody else's business
                throw ProblemException.notFound();
            }
            change.accept(credit, useCase);
            return credits.save(credit);
        });
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
